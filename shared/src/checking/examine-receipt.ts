import { parseCompactJws, parseJwsPayload } from '../credential/index.ts';
import { AppError } from '../errors/index.ts';
import { checkConsistency, type LogCheckpoint, openCheckpoint, verifyReceiptInLog } from '../log/index.ts';
import { checkReceiptForm, openReceipt, type Receipt } from '../submission/index.ts';
import { notChecked, type Told } from './examination.ts';
import { expectAgencySeal, type Scene } from './scene.ts';
import { tellSealEnd } from './seal-end.ts';

/** Rule `receipt`: the agency sealed that it received this very form. Undefined where it did not. */
export async function examineReceipt(scene: Scene): Promise<Receipt | undefined> {
  const { file, signed, ports, examination } = scene;
  let opened: Receipt | undefined;
  await examination.look('receipt', ['manifest', 'root'], async (): Promise<Told> => {
    const sealedAt = readClaimedTime(file.receipt, 'receivedAt');
    const expected = { ...expectAgencySeal(scene, sealedAt), manifestHash: signed.manifestHash };
    const receipt = await openReceipt(file.receipt, expected, ports);
    checkReceiptForm(signed.manifest, receipt);
    opened = receipt;
    const { caseNumber, dueAt } = receipt;
    return { asOf: sealedAt, clock: 'agency', facts: { caseNumber, dueAt, ...(await tellSealEnd(file.receipt, sealedAt, scene)) } };
  });
  return opened;
}

/** Rule `log`: the receipt stands in the agency's log, which nobody can change unseen. */
export function examineLog(scene: Scene): Promise<void> {
  const { file, ports, examination } = scene;
  return examination.look('log', ['receipt'], async (): Promise<Told> => {
    if (file.log === undefined) return notChecked('absent');
    const { proof, checkpoint, contradiction } = file.log;
    const sealedAt = readClaimedTime(proof.checkpoint, 'issuedAt');
    const shown = await verifyReceiptInLog(file.receipt, proof, expectAgencySeal(scene, sealedAt), ports);
    const newest = await openKept(checkpoint, scene);
    await checkContradiction(shown, newest, scene);
    if (contradiction !== undefined) await checkContradiction(newest, await openKept(contradiction, scene), scene);
    const facts = { index: proof.index, size: shown.size, ...(await tellSealEnd(proof.checkpoint, sealedAt, scene)) };
    return { asOf: sealedAt, clock: 'agency', facts };
  });
}

function openKept(checkpoint: string, scene: Scene): Promise<LogCheckpoint> {
  return openCheckpoint(checkpoint, expectAgencySeal(scene, readClaimedTime(checkpoint, 'issuedAt')), scene.ports);
}

/** Two checkpoints that show by themselves that one log was shown as two. That one of them needs a path to be believed says nothing. */
async function checkContradiction(from: LogCheckpoint, to: LogCheckpoint, { ports }: Scene): Promise<void> {
  try {
    await checkConsistency({ from, to, path: [] }, ports.sha256);
  } catch (error) {
    if (error instanceof AppError && error.code === 'log_inconsistent' && error.facts['what'] === 'path') return;
    throw error;
  }
}

/** When a document says that it was sealed: the certificate must have counted then. Believed once the seal holds. */
function readClaimedTime(jws: string, member: 'receivedAt' | 'issuedAt'): Date {
  const code = member === 'receivedAt' ? 'receipt_invalid' : 'log_checkpoint_invalid';
  const value = parseJwsPayload(parseCompactJws(jws, { code }), code)[member];
  const at = new Date(typeof value === 'string' ? value : Number.NaN);
  if (Number.isNaN(at.getTime())) throw new AppError(code, { what: 'shape' });
  return at;
}
