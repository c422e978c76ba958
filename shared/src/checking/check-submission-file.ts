import type { VerifiedCredential } from '../credential/index.ts';
import { decodeBase64Url } from '../encoding/index.ts';
import { AppError } from '../errors/index.ts';
import {
  decodeManifest,
  findEarlier,
  type HeldSignature,
  hashManifest,
  type Receipt,
  type SingleSubmissionFile,
  type SubmissionFile,
  type SubmissionHeader,
  splitSubmissionFile,
} from '../submission/index.ts';
import type { CheckCall, CheckPorts } from './check-call.ts';
import type { CheckReport } from './check-report.ts';
import { Examination, notChecked } from './examination.ts';
import { examineAttachments } from './examine-attachments.ts';
import { examineEarlier } from './examine-earlier.ts';
import { examineForm } from './examine-form.ts';
import { examineLog, examineReceipt } from './examine-receipt.ts';
import { examineCertificate, examineSignature, examineTimeStamp, type Moment } from './examine-signature.ts';
import { examineStatus } from './examine-status.ts';
import { examineSteps, expectAsAgency } from './examine-steps.ts';
import { examineRegistration, examineTrust } from './examine-trust.ts';
import { type CheckedRule, judge, rulesOf, rulesOfSome } from './finding.ts';
import { joinParts, type Part, readRole } from './join-parts.ts';
import type { Scene, Signed } from './scene.ts';

/**
 * What can be shown of a signed submission by its file, the caller's roots and the time alone: no network, and nobody is asked.
 * Every rule is looked at, also when one before it does not hold, so that a report says what is wrong and what is not. Never
 * throws for what stands in the file.
 *
 * Where two people signed, each signature is held to every rule as if it were alone, and rule `signers` says that they are all who must.
 *
 * A signature is judged as of its time stamp, for as long as the stamp can itself be judged. Not checked: whether any authority's
 * certificate was revoked, and that the agency's log is one and the same for all (see `check-log`).
 */
export async function checkSubmissionFile(file: SubmissionFile, call: CheckCall, ports: CheckPorts): Promise<CheckReport> {
  const parts: Part[] = [];
  for (const single of splitSubmissionFile(file)) parts.push(await examinePart(single, call, ports));
  const findings = await joinParts(parts);
  const [first] = parts;
  const about = first?.signed === undefined ? null : describe(first.signed, call);
  return { kind: 'submission', verdict: judge(findings), checkedAt: call.now.toISOString(), about, findings };
}

/** Every rule of one signature, which is looked at as if it were alone. */
async function examinePart(file: SingleSubmissionFile, call: CheckCall, ports: CheckPorts): Promise<Part> {
  const examination = new Examination();
  const { list, listFailure, ...chains } = await examineTrust(file, call, ports, examination);
  const signed = await examineManifest(file, ports, examination);
  let held: HeldSignature | null = null;
  if (signed !== undefined) {
    const scene: Scene = { file, call, ports: { ...ports, ...chains }, examination, list, signed };
    await examineRegistration(scene, listFailure);
    held = await examineAll(scene);
  }
  await passOver(signed === undefined ? 'manifest' : 'signature', examination);
  return { signed, held, findings: examination.findings, role: readRole(file) };
}

/** Rule `manifest`: the signed bytes are the one canonical form of what they say, and of the agency that the file names. */
async function examineManifest(file: SingleSubmissionFile, { sha256 }: CheckPorts, examination: Examination): Promise<Signed | undefined> {
  let signed: Signed | undefined;
  await examination.look('manifest', [], async () => {
    const bytes = decodeBase64Url(file.envelope.jws.payload);
    const manifest = decodeManifest(bytes);
    const { id, origin } = manifest.agency;
    if (file.agency.id !== id || file.agency.origin !== origin) throw new AppError('manifest_invalid', { what: 'agency' });
    signed = { manifest, bytes, manifestHash: await hashManifest(bytes, sha256) };
    return { facts: { hash: signed.manifestHash } };
  });
  return signed;
}

/** Who signed and as what, where that holds. */
async function examineAll(scene: Scene): Promise<HeldSignature | null> {
  const receipt = await examineReceipt(scene);
  await examineEarlier(scene, receipt);
  await examineLog(scene);
  const form = await examineForm(scene);
  await examineAttachments(scene);
  const header = await examineSignature(scene);
  if (header === undefined) return null;
  const claimed = findClaimed(receipt, header);
  const stamped = await examineTimeStamp(scene);
  await examineCertificate(scene, header, stamped, claimed);
  const context = await expectAsAgency(scene, header, form, claimed.at);
  await examineSteps(scene, context, claimed);
  const asked = ({ status: reference = null, issuer = '' }: Partial<VerifiedCredential> = {}) => {
    return { reference, issuer, stampedAt: stamped?.at, claimedAt: claimed.at };
  };
  await examineStatus(scene, 'status', () => asked(context.credential));
  if (scene.signed.manifest.mandate !== undefined) await examineStatus(scene, 'mandate-status', () => asked(context.mandate));
  const isHeld = (['signature', 'signer', 'subject'] as const).every((rule) => scene.examination.holds(rule));
  if (!isHeld || context.credential === undefined) return null;
  const { manifestHash } = scene.signed;
  return { manifestHash, nationalId: context.credential.signing.national_id, role: header.signer_role ?? null };
}

/** When the agency says that it received this signature; without its word, when the wallet says that it was made. */
function findClaimed(receipt: Receipt | undefined, { iat, signer_role: signedAs }: SubmissionHeader): Moment {
  if (receipt === undefined) return { at: new Date(iat * 1000), clock: 'wallet' };
  const own = receipt.signers?.find(({ role }) => role === signedAs);
  return { at: new Date((own ?? receipt).receivedAt), clock: 'agency' };
}

/** Tells of the rules that were never come to on what they rest. */
async function passOver(needs: CheckedRule, examination: Examination): Promise<void> {
  const seen = new Set(examination.findings.map(({ rule }) => rule));
  for (const rule of rulesOf.submission) {
    if (!seen.has(rule) && !rulesOfSome.has(rule)) await examination.look(rule, [needs], () => notChecked('needs', { needs }));
  }
}

function describe({ manifest, manifestHash }: Signed, { submissions = [] }: CheckCall): NonNullable<CheckReport['about']> {
  const { title, agency } = manifest;
  const later = submissions.flatMap(({ name, origin, earlier }) =>
    origin === agency.origin && earlier?.manifestHash === manifestHash ? [{ kind: earlier.kind, name }] : [],
  );
  return { title, agency: agency.name, origin: agency.origin, manifestHash, earlier: findEarlier(manifest), later };
}
