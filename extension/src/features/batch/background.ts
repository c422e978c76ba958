import { AppError } from '@daricheh/shared/errors';
import type { PendingCase } from '../../core/cases/case-record.ts';
import { type SendPorts, settleCase } from '../../core/cases/send-case.ts';
import type { BatchResult } from '../../core/consent/batch-view.ts';
import { type PasskeyRing, requestGesture } from '../../core/credentials/confirm-gesture.ts';
import { findSigner } from '../../core/signing/find-signer.ts';
import { listWaiting, viewWaiting } from '../../core/signing/keep-waiting.ts';
import { describeBatchGesture, type OpenBatch, openBatch, prepareBatch, signBatch } from '../../core/signing/sign-batch.ts';
import type { FeatureHandlers } from '../../messaging/receive.ts';

type Ports = SendPorts & {
  readonly passkeys: () => Promise<PasskeyRing>;
  /** Plain data in memory, closed to content scripts: there again when the worker was stopped while the passkey was asked. */
  readonly memory: { read(): Promise<unknown>; write(value: unknown): Promise<void> };
  /** The form has arrived: what was kept of it before it was whole is forgotten. */
  readonly dropDraft: (origin: string, draft: string) => Promise<void>;
  /** Shows the window in which the waiting forms are signed. */
  readonly openWindow: () => Promise<void>;
};

/** Reviewed forms that wait, and one gesture for as many of them as the citizen wants. */
export function createBatchHandlers(ports: Ports): FeatureHandlers<'batch'> {
  const { records, memory } = ports;
  let last: Promise<unknown> = Promise.resolve();

  /** The batch that the gesture was asked for. It is there for one caller, once: no gesture counts twice. @throws AppError `prompt_over` */
  function take(id: string): Promise<OpenBatch> {
    const taken = last.then(async () => {
      const parsed = openBatch.safeParse(await memory.read());
      if (!parsed.success || parsed.data.id !== id) throw new AppError('prompt_over');
      await memory.write(null);
      return parsed.data;
    });
    last = taken.catch(() => undefined);
    return taken;
  }

  /** Sends one signed form. Where the wallet itself fails meanwhile, the form is kept as it is, and can be sent again. */
  async function deliver(pending: PendingCase, draft: string | undefined): Promise<BatchResult> {
    const about = { agency: { id: pending.agency.id, name: pending.agency.name }, title: pending.title };
    try {
      const { outcome, record } = await settleCase(pending, ports);
      if (record && draft !== undefined) await ports.dropDraft(pending.agency.origin, draft);
      return { ...about, outcome };
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      return { ...about, outcome: { kind: 'kept', caseId: pending.id, code: error.code } };
    }
  }

  return {
    'batch/list': async () => {
      const { items, damaged } = await records.waiting.list();
      return { forms: listWaiting(items), damaged };
    },
    'batch/open': async () => {
      await ports.openWindow();
      return null;
    },
    'batch/view': async () => {
      const { claims } = await findSigner(records, ports.nowMs());
      return { forms: await viewWaiting((await records.waiting.list()).items), nationalId: claims.national_id };
    },
    'batch/read': async ({ id }) => {
      const waiting = await records.waiting.find(id);
      const [viewed] = waiting ? await viewWaiting([waiting]) : [];
      if (!viewed) throw new AppError('form_changed');
      return viewed.view;
    },
    'batch/discard': async ({ id }) => {
      await records.commit([records.waiting.remove(id)]);
      return null;
    },
    'batch/prepare': async ({ forms }) => {
      const { claims } = await findSigner(records, ports.nowMs());
      const { batch, leftOut } = await prepareBatch(forms, ports);
      await memory.write(batch);
      const passkeys = claims.passkeys.map((passkey) => passkey.id);
      return { batch: batch && { id: batch.id, gesture: requestGesture(describeBatchGesture(batch), passkeys) }, leftOut };
    },
    'batch/approve': async ({ id, assertion }) => {
      const batch = await take(id);
      const signer = await findSigner(records, ports.nowMs());
      const { wallet } = await ports.passkeys();
      const waited = await Promise.all(batch.forms.map(({ id: form }) => records.waiting.find(form)));
      const signed = await signBatch(batch, { signer, assertion, wallet }, ports);
      await records.commit([
        ...signed.flatMap(({ pending, release }) => [records.cases.put(pending), records.releases.put(release)]),
        ...batch.forms.map((form) => records.waiting.remove(form.id)),
      ]);
      return Promise.all(signed.map(({ pending }, place) => deliver(pending, waited[place]?.draft)));
    },
  };
}
