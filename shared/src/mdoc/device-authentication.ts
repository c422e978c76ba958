import { CborTag, cborTags, embedCbor, writeCbor } from '../cbor/index.ts';
import type { Bytes } from '../credential/index.ts';
import { readDocument } from './cbor-parts.ts';
import type { SessionTranscript } from './session-transcript.ts';

/** The namespaces of a device that says nothing of its own: an empty map, embedded. */
export const emptyDeviceNamespaces: Bytes = writeCbor(new Map());

/** What a device signs: DeviceAuthenticationBytes. @see ISO 18013-5:2021, sections 9.1.3.4 and 9.1.3.6 */
export function makeDeviceAuthentication(docType: string, transcript: SessionTranscript): Bytes {
  const namespaces = new CborTag(cborTags.embedded, emptyDeviceNamespaces);
  return embedCbor(writeCbor(['DeviceAuthentication', readDocument(transcript, 'session_transcript'), docType, namespaces]));
}
