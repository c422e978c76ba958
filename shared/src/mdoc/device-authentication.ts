import { embedCbor, joinCbor, writeCbor } from '../cbor/index.ts';
import type { Bytes } from '../credential/index.ts';
import type { SessionTranscript } from './session-transcript.ts';

/** The namespaces of a device that says nothing of its own: an empty map, embedded. */
export const emptyDeviceNamespaces: Bytes = writeCbor(new Map());

const [label, namespaces] = [writeCbor('DeviceAuthentication'), embedCbor(emptyDeviceNamespaces)];

/** What a device signs: DeviceAuthenticationBytes. @see ISO 18013-5:2021, sections 9.1.3.4 and 9.1.3.6 */
export function makeDeviceAuthentication(docType: string, transcript: SessionTranscript): Bytes {
  return embedCbor(joinCbor([label, transcript, writeCbor(docType), namespaces]));
}
