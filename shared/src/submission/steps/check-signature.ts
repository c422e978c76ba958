import { decodeBase64Url, encodeUtf8 } from '../../encoding/index.ts';
import { given, invalidSignature, type SubmissionContext } from './step.ts';

/** The certified key signed the manifest's bytes under this header. @throws AppError `signature_invalid` @see RFC 7515, section 5.2 */
export async function checkSignature({ envelope: { jws }, credential, ports }: SubmissionContext): Promise<void> {
  const { holderKey } = given(credential);
  const signature = decodeBase64Url(jws.signature);
  if (holderKey === null || signature.length !== 64) throw invalidSignature('signature');
  const isSigned = await ports.verifyP256({ publicKey: holderKey, data: encodeUtf8(`${jws.protected}.${jws.payload}`), signature });
  if (!isSigned) throw invalidSignature('signature');
}
