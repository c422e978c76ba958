import { invalidMdoc } from '../mdoc-error.ts';
import type { DeviceContext } from './step.ts';

/** V8. The device adds no element of its own: none is asked for, and a claim by the holder must not pass for the issuer's. @throws AppError `mdoc_invalid` @see ISO 18013-5:2021, section 9.1.2.4 (KeyAuthorizations) */
export function checkDeviceElements({ deviceSigned }: DeviceContext): void {
  if (deviceSigned.namespaceCount > 0) throw invalidMdoc('device_elements');
}
