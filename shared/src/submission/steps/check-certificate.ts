import { isSameP256Key } from '../../credential/index.ts';
import { encodeBase64Url } from '../../encoding/index.ts';
import { given, invalidSignature, type SubmissionContext } from './step.ts';

/**
 * The signature's certificate is the one that the credential names, leads to an anchor, and certifies the key to which
 * the credential is bound.
 * @throws AppError `signature_invalid`, and those of the chain verifier
 */
export async function checkCertificate({ header, credential, expected, ports }: SubmissionContext): Promise<void> {
  const { signing, holderKey } = given(credential);
  const { x5c } = signing.signing_certificate;
  if (x5c.length !== header.x5c.length || x5c.some((certificate, index) => certificate !== header.x5c[index]))
    throw invalidSignature('x5c');
  const { leaf } = await ports.verifyChain(header.x5c, { at: expected.receivedAt });
  if (holderKey === null || !isSameP256Key(leaf.publicKey, holderKey)) throw invalidSignature('key');
  if (encodeBase64Url(await ports.sha256(leaf.der)) !== header['x5t#S256']) throw invalidSignature('x5t');
}
