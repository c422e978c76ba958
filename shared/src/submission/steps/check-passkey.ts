import { decodeBase64Url, encodeBase64Url } from '../../encoding/index.ts';
import { computeMerkleRoot } from '../../merkle/index.ts';
import { encodeBatchLeaf } from '../batch-leaf.ts';
import { buildPasskeyChallenge } from '../passkey-challenge.ts';
import { verifyPasskeyAssertion } from '../verify-passkey-assertion.ts';
import { given, invalidSignature, type SubmissionContext } from './step.ts';

/**
 * A passkey that the credential lists agreed, its user verified, to the batch in which this manifest, for this request, is
 * a leaf, and to nothing else: the challenge is tagged, and holds the batch's root. How many leaves the batch has, and what the
 * others are, is no rule's matter: wallets fill it up with leaves that mean nothing.
 * @throws AppError `gesture_invalid`, `signature_invalid`
 */
export async function checkPasskey({ envelope, manifestHash, request, credential, expected, ports }: SubmissionContext): Promise<void> {
  const { index, size, path } = envelope.leaf;
  const proof = { index, size, path: path.map(decodeBase64Url) };
  const root = await computeMerkleRoot(encodeBatchLeaf(manifestHash, given(request).nonce), proof, ports.sha256);
  if (root === undefined) throw invalidSignature('leaf');
  const batch = { tag: 'daricheh/submit', context: encodeBase64Url(root), nonce: new Uint8Array() } as const;
  const challenge = await buildPasskeyChallenge(batch, ports.sha256);
  const { passkeys } = given(credential).signing;
  await verifyPasskeyAssertion(envelope.assertion, { challenge, passkeys, wallets: expected.wallets }, ports);
}
