import { decodeBase64Url, encodeBase64Url, encodeUtf8 } from '../../encoding/index.ts';
import { computeMerkleRoot } from '../../merkle/index.ts';
import { buildPasskeyChallenge } from '../passkey-challenge.ts';
import { verifyPasskeyAssertion } from '../verify-passkey-assertion.ts';
import { given, invalidSignature, type SubmissionContext } from './step.ts';

/**
 * A passkey that the credential lists agreed, its user verified, to the batch in which this manifest is a leaf, and to
 * nothing else: the challenge is tagged, and holds the batch's root and the request's nonce.
 * @throws AppError `gesture_invalid`, `signature_invalid`
 */
export async function checkPasskey({ envelope, manifestHash, request, credential, expected, ports }: SubmissionContext): Promise<void> {
  const { index, size, path } = envelope.leaf;
  const proof = { index, size, path: path.map(decodeBase64Url) };
  const root = await computeMerkleRoot(decodeBase64Url(manifestHash), proof, ports.sha256);
  if (root === undefined) throw invalidSignature('leaf');
  const nonce = encodeUtf8(given(request).nonce);
  const challenge = await buildPasskeyChallenge({ tag: 'daricheh/submit', context: encodeBase64Url(root), nonce }, ports.sha256);
  const { passkeys } = given(credential).signing;
  await verifyPasskeyAssertion(envelope.assertion, { challenge, passkeys, wallets: expected.wallets }, ports);
}
