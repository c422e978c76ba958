import type { Bytes } from '../credential/crypto-ports.ts';
import { DerReader, derTags, malformed } from './der-reader.ts';
import { decodeAscii, decodeBoolean, decodeNamedBits, decodeOid, decodeSmallInteger } from './der-values.ts';

/** What a certificate says about itself beyond its key; an absent extension is undefined. */
export type CertificateExtensions = {
  readonly basicConstraints?: { readonly isAuthority: boolean; readonly pathLength?: number };
  /** Bits by number: 0 digitalSignature … 5 keyCertSign, 6 cRLSign. */
  readonly keyUsage?: ReadonlySet<number>;
  readonly subjectAltName?: { readonly dnsNames: readonly string[]; readonly uris: readonly string[] };
  /** Key identifier of who issued the certificate. */
  readonly authorityKeyId?: Bytes;
  /** Object identifiers of purposes. */
  readonly extendedKeyUsage?: readonly string[];
  /** Whoever does not understand the purposes must not use the certificate. */
  readonly isExtendedKeyUsageCritical?: boolean;
  /** Object identifiers of extensions marked critical that this reader gives no meaning to. */
  readonly unknownCritical: readonly string[];
};

type Readable = { -readonly [K in keyof CertificateExtensions]: CertificateExtensions[K] };

const parsers: Readonly<Record<string, (value: DerReader, into: Readable, isCritical: boolean) => void>> = {
  '2.5.29.19': (value, into) => {
    into.basicConstraints = parseBasicConstraints(value);
  },
  '2.5.29.15': (value, into) => {
    into.keyUsage = decodeNamedBits(value.read(derTags.bitString));
  },
  '2.5.29.17': (value, into) => {
    into.subjectAltName = parseSubjectAltName(value);
  },
  '2.5.29.35': (value, into) => {
    const keyId = parseAuthorityKeyId(value);
    if (keyId) into.authorityKeyId = keyId;
  },
  '2.5.29.37': (value, into, isCritical) => {
    into.extendedKeyUsage = parseExtendedKeyUsage(value);
    into.isExtendedKeyUsageCritical = isCritical;
  },
};

/**
 * Name constraints bind whoever meets them (RFC 5280, section 4.2.1.10) and must be critical; this reader cannot apply
 * them, so it counts them as unknown and critical even where they are not marked so.
 */
const nameConstraints = '2.5.29.30';

/** The extensions that stand in `[3]` of a certificate. @throws AppError `certificate_malformed`, also when one stands twice. @see RFC 5280, section 4.2 */
export function parseExtensions(wrapper: DerReader): CertificateExtensions {
  const list = wrapper.enter(derTags.sequence);
  wrapper.finish();
  const seen = new Set<string>();
  const unknownCritical: string[] = [];
  const extensions: Readable = { unknownCritical };
  while (!list.isAtEnd) {
    const { oid, isCritical, value } = readExtension(list.enter(derTags.sequence));
    if (seen.has(oid)) throw malformed('extension_twice');
    seen.add(oid);
    const parse = Object.hasOwn(parsers, oid) ? parsers[oid] : undefined;
    if (parse) {
      const reader = new DerReader(value);
      parse(reader, extensions, isCritical);
      reader.finish();
    } else if (isCritical || oid === nameConstraints) unknownCritical.push(oid);
  }
  return extensions;
}

function readExtension(extension: DerReader): { oid: string; isCritical: boolean; value: Bytes } {
  const oid = decodeOid(extension.read(derTags.objectIdentifier));
  const critical = extension.readOptional(derTags.boolean);
  const value = extension.read(derTags.octetString);
  extension.finish();
  return { oid, isCritical: critical !== undefined && decodeBoolean(critical), value };
}

function parseBasicConstraints(value: DerReader): { isAuthority: boolean; pathLength?: number } {
  const constraints = value.enter(derTags.sequence);
  const authority = constraints.readOptional(derTags.boolean);
  const pathLength = constraints.readOptional(derTags.integer);
  constraints.finish();
  const isAuthority = authority !== undefined && decodeBoolean(authority);
  if (pathLength && !isAuthority) throw malformed('path_length');
  return pathLength ? { isAuthority, pathLength: decodeSmallInteger(pathLength) } : { isAuthority };
}

function parseSubjectAltName(value: DerReader): { dnsNames: string[]; uris: string[] } {
  const names = value.enter(derTags.sequence);
  const found = { dnsNames: [] as string[], uris: [] as string[] };
  while (!names.isAtEnd) {
    const tag = names.nextTag ?? 0;
    const content = names.read(tag);
    if (tag === 0x82) found.dnsNames.push(decodeAscii(content));
    if (tag === 0x86) found.uris.push(decodeAscii(content));
  }
  return found;
}

function parseExtendedKeyUsage(value: DerReader): string[] {
  const purposes = value.enter(derTags.sequence);
  const found: string[] = [];
  while (!purposes.isAtEnd) found.push(decodeOid(purposes.read(derTags.objectIdentifier)));
  if (found.length === 0) throw malformed('extended_key_usage');
  return found;
}

/** The first of three optional members; the others name the certificate in another way. @see RFC 5280, section 4.2.1.1 */
function parseAuthorityKeyId(value: DerReader): Bytes | undefined {
  const identifiers = value.enter(derTags.sequence);
  const keyId = identifiers.readOptional(0x80);
  while (!identifiers.isAtEnd) identifiers.read(identifiers.nextTag ?? 0);
  return keyId;
}
