import { encodeBase64Url } from '../encoding/index.ts';
import {
  checkPicture,
  type LocalProofFile,
  type ReadLocalProof,
  readLocalProof,
  verifyProofSignature,
  verifyProofStamp,
} from '../local-proof/index.ts';
import { isClockOfAnother } from '../submission/index.ts';
import type { CheckCall, CheckPorts } from './check-call.ts';
import type { CheckReport } from './check-report.ts';
import { readCommonName } from './common-name.ts';
import { Examination, notChecked, type Told } from './examination.ts';
import type { Moment } from './examine-signature.ts';
import { examineTrust, type Trust } from './examine-trust.ts';
import { judge } from './finding.ts';
import { judgeStamp } from './judge-stamp.ts';
import { endOfPath } from './seal-end.ts';

/** What every rule of a record may look at. */
type RecordScene = {
  readonly file: LocalProofFile;
  readonly call: CheckCall;
  readonly ports: CheckPorts & Pick<Trust, 'verifyChain' | 'verifyTimeStampChain'>;
  readonly examination: Examination;
  /** Undefined where it could not be read: then every rule says that it rests on that. */
  readonly read: ReadLocalProof | undefined;
  readonly recordHash: string;
};

/**
 * What can be shown of an owner's own record of what was sent to a site that acknowledges nothing, as `checkSubmissionFile` does it
 * for a signed submission. `valid` then says that this person recorded these words and this picture at that time. Rule `arrival`
 * never holds: nobody but the signer says that anything was sent.
 */
export async function checkLocalProofFile(file: LocalProofFile, call: CheckCall, ports: CheckPorts): Promise<CheckReport> {
  const examination = new Examination();
  const { verifyChain, verifyTimeStampChain } = await examineTrust(file, call, ports, examination);
  const scene = {
    file,
    call,
    ports: { ...ports, verifyChain, verifyTimeStampChain },
    examination,
    ...(await examineRecord(file, ports, examination)),
  };
  await examineSignature(scene);
  const stamped = await examineStamp(scene);
  await examineCertificate(scene, stamped);
  await examinePicture(scene);
  await examineArrival(scene);
  const { findings } = examination;
  return { kind: 'local-proof', verdict: judge(findings), checkedAt: call.now.toISOString(), about: describe(scene), findings };
}

/** Rule `record`: the signed bytes are the one canonical form of what they say. */
async function examineRecord(
  file: LocalProofFile,
  { sha256 }: CheckPorts,
  examination: Examination,
): Promise<Pick<RecordScene, 'read' | 'recordHash'>> {
  let [read, recordHash]: [ReadLocalProof | undefined, string] = [undefined, ''];
  await examination.look('record', [], async (): Promise<Told> => {
    const found = readLocalProof(file);
    [read, recordHash] = [found, encodeBase64Url(await sha256(found.jws.payload))];
    const { sentTo, sentAt, lines } = found.proof;
    return { asOf: new Date(sentAt), clock: 'wallet', facts: { hash: recordHash, to: sentTo.origin, lines: lines.length } };
  });
  return { read, recordHash };
}

/** Rule `signature`: the key of the certificate in the header signed these bytes. */
function examineSignature({ read, ports, examination }: RecordScene): Promise<void> {
  return look(read, examination, 'signature', [], async (found) => {
    const leaf = await verifyProofSignature(found, ports);
    return { facts: { signer: readCommonName(leaf.subject) } };
  });
}

/** Rule `time-stamp`: an authority saw the signature, and can still be believed. The moment that it proves; undefined where there is none. */
async function examineStamp({ file, read, ports, call, examination }: RecordScene): Promise<Moment | undefined> {
  let moment: Moment | undefined;
  const { header, jws } = file;
  await look(read, examination, 'time-stamp', ['signature', 'root'], async (found) => {
    if (header === undefined) return notChecked('absent');
    // As of its own time: what does not hold even so is wrong, and not merely old.
    const stamp = await verifyProofStamp(jws.signature, header, found, ports);
    const clock = isClockOfAnother(stamp, found.proof.sentTo.origin) ? 'authority' : 'agency';
    const told = await judgeStamp(stamp, (now) => verifyProofStamp(jws.signature, header, found, ports, now), call.now);
    if (told.outcome === undefined) moment = { at: stamp.at, clock };
    return { ...told, asOf: stamp.at, clock, facts: { authority: readCommonName(stamp.path[0].subject), renewals: 0 } };
  });
  return moment;
}

/** Rule `certificate`: as for a submission, with nobody's word for the time but a time stamp's or the signer's own. */
function examineCertificate({ file, read, call, ports, examination }: RecordScene, stamped: Moment | undefined): Promise<void> {
  return look(read, examination, 'certificate', ['signature', 'root'], async ({ x5c, signedAt }) => {
    const { at, clock }: Moment = stamped ?? { at: signedAt, clock: 'wallet' };
    const { path } = await ports.verifyChain(x5c, { at });
    const facts = { until: endOfPath(path).toISOString() };
    if (stamped !== undefined || endOfPath(path) >= call.now) return { asOf: at, clock, facts };
    const reason = file.header === undefined ? 'certificate_ended' : 'stamp_ended';
    return { outcome: 'cannot-be-proven', reason, asOf: at, clock, facts };
  });
}

/** Rule `picture`: it is the one that the record names. A record without one has none to look at. */
async function examinePicture({ file, read, ports, examination }: RecordScene): Promise<void> {
  if (read?.proof.picture === null && file.picture === null) return;
  await look(read, examination, 'picture', [], async ({ proof }) => {
    await checkPicture(proof, file.picture, ports);
    return { facts: { hash: proof.picture?.sha256 ?? '' } };
  });
}

/** Rule `arrival`: nothing in such a file can show it. */
function examineArrival({ read, examination }: RecordScene): Promise<void> {
  return look(read, examination, 'arrival', [], async ({ proof }) => {
    return { outcome: 'cannot-be-proven', reason: 'unconfirmed', facts: { to: proof.sentTo.origin, sentBy: proof.sentBy } };
  });
}

/** A rule of a record that could be read. */
function look(
  read: ReadLocalProof | undefined,
  examination: Examination,
  rule: Parameters<Examination['look']>[0],
  needs: Parameters<Examination['look']>[1],
  check: (read: ReadLocalProof) => Promise<Told>,
): Promise<void> {
  return examination.look(rule, ['record', ...needs], () => (read === undefined ? notChecked('needs', { needs: 'record' }) : check(read)));
}

function describe({ read, recordHash }: RecordScene): CheckReport['about'] {
  if (read === undefined) return null;
  const { title, origin } = read.proof.page;
  return { title: { fa: title, en: title }, agency: null, origin, manifestHash: recordHash, earlier: null, later: [] };
}
