import type { Bytes } from '../credential/crypto-ports.ts';
import { DerReader, derTags, malformed } from '../x509/der-reader.ts';
import { decodeAscii, decodeHexInteger, decodeOid, decodeSmallInteger, decodeTime } from '../x509/der-values.ts';
import { readExtensionIds, readImprint } from './der-parts.ts';

/** What an authority says in a token. @see RFC 3161, section 2.4.2 */
export type TstInfo = {
  /** Object identifier of the rules under which it was made. */
  readonly policy: string;
  /** SHA-256 of what existed then. */
  readonly imprint: Bytes;
  /** Hexadecimal, lower case. */
  readonly serialNumber: string;
  /** Read down to the millisecond. */
  readonly at: Date;
  /** How far off that may be, rounded up to the millisecond; null where the authority does not say. */
  readonly accuracyMs: number | null;
  /** Hexadecimal, lower case; null where none was asked for. */
  readonly nonce: string | null;
  /** DER of the authority's name; null where it does not name itself. */
  readonly authorityName: Bytes | null;
};

const maxSerialDigits = 40;

/** @throws AppError `certificate_malformed`, also where the imprint is not by SHA-256 or an extension is critical */
export function parseTstInfo(der: Bytes): TstInfo {
  const outer = new DerReader(der);
  const info = outer.enter(derTags.sequence);
  outer.finish();
  if (decodeSmallInteger(info.read(derTags.integer)) !== 1) throw malformed('tst_version');
  const policy = decodeOid(info.read(derTags.objectIdentifier));
  const imprint = readImprint(info);
  const serialNumber = decodeHexInteger(info.read(derTags.integer));
  if (serialNumber.length > maxSerialDigits) throw malformed('tst_serial_number');
  const at = decodePreciseTime(info.read(derTags.generalizedTime));
  const accuracyMs = info.nextTag === derTags.sequence ? readAccuracy(info.enter(derTags.sequence)) : null;
  // FALSE, the default, is not written in DER.
  if (info.readOptional(derTags.boolean)?.[0] === 0) throw malformed('tst_ordering');
  const nonce = info.readOptional(derTags.integer);
  const authorityName = info.nextTag === derTags.context0 ? readDirectoryName(info.enter(derTags.context0)) : null;
  if (info.nextTag === derTags.context1 && readExtensionIds(info.enter(derTags.context1)).some(({ isCritical }) => isCritical))
    throw malformed('tst_extension');
  info.finish();
  return { policy, imprint, serialNumber, at, accuracyMs, nonce: nonce === undefined ? null : decodeHexInteger(nonce), authorityName };
}

/** With a fraction of a second, which ends in no zero. @see RFC 3161, section 2.4.2 */
function decodePreciseTime(content: Bytes): Date {
  const text = decodeAscii(content);
  const fraction = /^\d{14}(?:\.(\d{0,8}[1-9]))?Z$/.exec(text);
  if (fraction === null) throw malformed('time');
  const whole = decodeTime(Uint8Array.from([...content.subarray(0, 14), 'Z'.charCodeAt(0)]), 'generalized');
  return new Date(whole.getTime() + Number((fraction[1] ?? '').slice(0, 3).padEnd(3, '0')));
}

/** Seconds, thousandths and millionths, each of which may be missing. */
function readAccuracy(accuracy: DerReader): number {
  const seconds = accuracy.readOptional(derTags.integer);
  const [millis, micros] = [accuracy.readOptional(0x80), accuracy.readOptional(0x81)];
  accuracy.finish();
  const [secondsPart = 0, millisPart = 0, microsPart = 0] = [seconds, millis, micros].map((part) => (part ? readSmall(part) : 0));
  if (millisPart > 999 || microsPart > 999) throw malformed('tst_accuracy');
  return secondsPart * 1000 + millisPart + (microsPart > 0 ? 1 : 0);
}

/** Up to 2^24. */
function readSmall(content: Bytes): number {
  const digits = decodeHexInteger(content);
  if (digits.length > 6) throw malformed('tst_accuracy');
  return Number.parseInt(digits, 16);
}

/** A GeneralName of the kind directoryName. Others cannot be compared with the certificate's subject. @see RFC 5280, section 4.2.1.6 */
function readDirectoryName(wrapper: DerReader): Bytes {
  const name = wrapper.enter(derTags.context4);
  wrapper.finish();
  const directoryName = name.readWhole(derTags.sequence);
  name.finish();
  return directoryName;
}
