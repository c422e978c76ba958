import { isCoseSignedBy, signatureAlgorithms } from '../cose-sign1.ts';
import { makeDeviceAuthentication } from '../device-authentication.ts';
import { invalidMdoc } from '../mdoc-error.ts';
import type { DeviceContext } from './step.ts';

/**
 * V16, V19 and V20. The key that the issuer bound signed this exchange: its nonce, its audience or origin, its
 * encryption key and this type are all in what is signed, which travels apart. @throws AppError `mdoc_invalid`
 * @see ISO 18013-5:2021, section 9.1.3.6; OpenID4VP 1.0, appendix B.2.6
 */
export async function checkDeviceSignature({ docType, deviceSigned, issuerSigned, transcript, ports }: DeviceContext): Promise<void> {
  const { signature } = deviceSigned;
  const isSound = !signature.hasCritical && signatureAlgorithms.includes(signature.algorithm) && signature.payload === null;
  if (!isSound) throw invalidMdoc('device_signature_form');
  const payload = makeDeviceAuthentication(docType, transcript);
  if (!(await isCoseSignedBy(signature, payload, issuerSigned.securityObject.deviceKey, ports.verifyP256)))
    throw invalidMdoc('device_signature');
}
