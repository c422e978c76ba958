import { decodeBase64Url, encodeBase64Url, encodeUtf8 } from '../encoding/index.ts';
import { AppError } from '../errors/index.ts';
import {
  decodeSubmissionHeader,
  isClockOfAnother,
  type SubmissionHeader,
  type UnsignedHeader,
  verifyLongTerm,
  verifySignatureTimeStamp,
} from '../submission/index.ts';
import { decodeX5c, parseCertificate } from '../x509/index.ts';
import { readCommonName } from './common-name.ts';
import { notChecked, type Told } from './examination.ts';
import type { Clock } from './finding.ts';
import type { Scene } from './scene.ts';
import { endOfPath } from './seal-end.ts';

/** When a signature existed, and who says so. */
export type Moment = { readonly at: Date; readonly clock: Clock };

/** Rule `signature`: the key of the certificate in the header signed these bytes. The header, where it can be read at all. */
export async function examineSignature({ file, ports, examination }: Scene): Promise<SubmissionHeader | undefined> {
  const { jws } = file.envelope;
  let header: SubmissionHeader | undefined;
  await examination.look('signature', ['manifest'], async (): Promise<Told> => {
    const read = decodeSubmissionHeader(jws.protected);
    header = read;
    const [leaf] = decodeX5c(read.x5c).map(parseCertificate);
    const signature = decodeBase64Url(jws.signature);
    if (leaf === undefined || signature.length !== 64) throw new AppError('signature_invalid', { what: 'signature' });
    if (encodeBase64Url(await ports.sha256(leaf.der)) !== read['x5t#S256']) throw new AppError('signature_invalid', { what: 'x5t' });
    const data = encodeUtf8(`${jws.protected}.${jws.payload}`);
    const isSigned = await ports.verifyP256({ publicKey: leaf.publicKey, data, signature });
    if (!isSigned) throw new AppError('signature_invalid', { what: 'signature' });
    return { facts: { signer: readCommonName(leaf.subject) } };
  });
  return header;
}

/**
 * Rule `time-stamp`: an authority saw the signature, the signer's certificate counted then, and the authority's own certificate,
 * or that of the newest time stamp over it, still counts. The moment that it proves; undefined where there is none.
 */
export async function examineTimeStamp(scene: Scene): Promise<Moment | undefined> {
  const { file, ports, signed, examination } = scene;
  let moment: Moment | undefined;
  await examination.look('time-stamp', ['signature', 'root'], async (): Promise<Told> => {
    if (file.header === undefined) return notChecked('absent');
    // As of its own time: what does not hold even so is wrong, and not merely old.
    const stamp = await verifySignatureTimeStamp(file.envelope.jws, file.header, ports);
    const clock = isClockOfAnother(stamp, signed.manifest.agency.origin) ? 'authority' : 'agency';
    const authority = readCommonName(stamp.path[0].subject);
    const told = await judgeTimeStamps(file.header, scene);
    if (told.outcome === undefined) moment = { at: stamp.at, clock };
    return { ...told, asOf: stamp.at, clock, facts: { authority, ...told.facts } };
  });
  return moment;
}

/** Whether the time stamps prove anything now. The status that the newest preserves is for the rule `status`. */
async function judgeTimeStamps(header: UnsignedHeader, { file: { envelope }, ports, call }: Scene): Promise<Told> {
  const proof = await verifyLongTerm({ envelope, header, statusToken: null }, ports, call.now);
  if (proof.kind === 'proven') {
    const newest = proof.stamps.at(-1) ?? proof.stamps[0];
    const renewals = proof.stamps.length - 1;
    return { facts: { until: endOfPath(newest.path).toISOString(), renewals, newest: readCommonName(newest.path[0].subject) } };
  }
  const { link, reason, what } = proof;
  if (link === 'status' || link === 'mandate-status') return {};
  if (what === 'order') return { outcome: 'cannot-be-proven', reason: 'not_yet' };
  if (reason === 'certificate_expired') return { outcome: 'cannot-be-proven', reason: 'stamp_ended' };
  if (reason === 'issuer_not_trusted') {
    // The first was believed as of its own time: then the list has ended the belief in it.
    return { outcome: 'cannot-be-proven', reason: link === 'time-stamp' && proof.place === 0 ? 'stamp_ended' : 'clock_unknown' };
  }
  throw new AppError('time_stamp_invalid', { what: what ?? link });
}

/**
 * Rule `certificate`: the signer's chain leads to a root and counted when the signature existed. Without a time stamp that
 * proves when this was, it must count now: a signature by a key whose certificate has ended may have been made at any time since.
 */
export function examineCertificate(scene: Scene, { x5c }: SubmissionHeader, stamped: Moment | undefined, claimed: Moment): Promise<void> {
  const { file, call, ports, examination } = scene;
  return examination.look('certificate', ['signature', 'root'], async (): Promise<Told> => {
    const { at, clock } = stamped ?? claimed;
    const { path } = await ports.verifyChain(x5c, { at });
    const facts = { until: endOfPath(path).toISOString() };
    if (stamped !== undefined || endOfPath(path) >= call.now) return { asOf: at, clock, facts };
    const reason = file.header === undefined ? 'certificate_ended' : 'stamp_ended';
    return { outcome: 'cannot-be-proven', reason, asOf: at, clock, facts };
  });
}
