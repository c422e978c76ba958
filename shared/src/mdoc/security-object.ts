import { type Cbor, type CborMap, CborTag, cborTags, makeCborMap } from '../cbor/index.ts';
import type { Bytes, P256PublicJwk, StatusReference } from '../credential/index.ts';
import { readStatusReference } from '../credential/status/status-reference.ts';
import { readDocument, takeBytes, takeDate, takeEmbedded, takeMap, takeText, writeDate } from './cbor-parts.ts';
import { readDeviceKey, writeDeviceKey } from './device-key.ts';
import { toJson } from './element-value.ts';
import { invalidMdoc } from './mdoc-error.ts';

/** Digests by namespace and digest id. */
export type ValueDigests = ReadonlyMap<string, ReadonlyMap<number, Bytes>>;

/** From when to when an mdoc is valid, and when that was said. */
export type ValidityInfo = { readonly signedAt: Date; readonly validFrom: Date; readonly validUntil: Date };

/** What an issuer says of an mdoc as a whole: the Mobile Security Object. @see ISO 18013-5:2021, section 9.1.2.4 */
export type SecurityObject = {
  readonly docType: string;
  readonly digestAlgorithm: string;
  readonly valueDigests: ValueDigests;
  readonly deviceKey: P256PublicJwk;
  readonly validity: ValidityInfo;
  /** Null where the issuer keeps none. */
  readonly status: StatusReference | null;
};

const what = 'security_object';

/** The object that is the payload of an issuer's signature: embedded CBOR. @throws AppError `mdoc_invalid` */
export function parseSecurityObject(payload: Bytes): SecurityObject {
  const object = takeMap(readDocument(takeEmbedded(readDocument(payload, what), what), what), what);
  if (object.get('version') !== '1.0') throw invalidMdoc('version');
  const validity = takeMap(object.get('validityInfo'), 'validity_info');
  return {
    docType: takeText(object.get('docType'), what),
    digestAlgorithm: takeText(object.get('digestAlgorithm'), what),
    valueDigests: readDigests(takeMap(object.get('valueDigests'), 'value_digests')),
    deviceKey: readDeviceKey(takeMap(object.get('deviceKeyInfo'), 'device_key').get('deviceKey')),
    validity: {
      signedAt: takeDate(validity.get('signed'), 'validity_info'),
      validFrom: takeDate(validity.get('validFrom'), 'validity_info'),
      validUntil: takeDate(validity.get('validUntil'), 'validity_info'),
    },
    status: readStatus(object.get('status')),
  };
}

/** The same object for an issuer to sign. */
export function writeSecurityObject({ docType, digestAlgorithm, valueDigests, deviceKey, validity, status }: SecurityObject): CborMap {
  const statusList = status && makeCborMap({ idx: status.index, uri: status.uri });
  return makeCborMap({
    version: '1.0',
    digestAlgorithm,
    valueDigests,
    deviceKeyInfo: makeCborMap({ deviceKey: writeDeviceKey(deviceKey) }),
    docType,
    validityInfo: makeCborMap({
      signed: writeTdate(validity.signedAt),
      validFrom: writeTdate(validity.validFrom),
      validUntil: writeTdate(validity.validUntil),
    }),
    ...(statusList ? { status: makeCborMap({ status_list: statusList }) } : {}),
  });
}

function readDigests(namespaces: CborMap): ValueDigests {
  const digests = new Map<string, ReadonlyMap<number, Bytes>>();
  for (const [namespace, value] of namespaces) {
    const byId = new Map<number, Bytes>();
    for (const [id, digest] of takeMap(value, 'value_digests')) {
      if (typeof id !== 'number' || id < 0) throw invalidMdoc('value_digests');
      byId.set(id, takeBytes(digest, 'value_digests'));
    }
    digests.set(takeText(namespace, 'value_digests'), byId);
  }
  return digests;
}

/** Read as the same claim of any other credential is. @see Token Status List draft-21, section 6.3 */
function readStatus(value: Cbor | undefined): StatusReference | null {
  try {
    return readStatusReference(value === undefined ? undefined : toJson(value));
  } catch (cause) {
    throw invalidMdoc('status', cause);
  }
}

function writeTdate(date: Date): CborTag {
  return new CborTag(cborTags.dateTime, writeDate(date));
}
