import { decodeBase64Url, encodeBase64Url } from '@daricheh/shared/encoding';
import { AppError } from '@daricheh/shared/errors';
import { decodeManifest, hashManifest, type Receipt, renderView } from '@daricheh/shared/submission';
import type { AmendingBook } from '../../core/cases/amending-book.ts';
import { readKeptForm } from '../../core/cases/amendment-rule.ts';
import type { CaseRecord, ReceivedCase } from '../../core/cases/case-record.ts';
import { checkTimeStamp } from '../../core/cases/check-time-stamp.ts';
import { isAwaiting, isSendable, openCaseReceipt } from '../../core/cases/deliver-case.ts';
import { draftAmendment } from '../../core/cases/draft-amendment.ts';
import { fetchEvidence } from '../../core/cases/fetch-evidence.ts';
import { fetchReceiptSheet } from '../../core/cases/fetch-receipt-sheet.ts';
import type { FilledPage } from '../../core/cases/filled-page.ts';
import { checkKeptProof, followLog } from '../../core/cases/follow-log.ts';
import { listCases, type ReceiptView } from '../../core/cases/list-cases.ts';
import { askErasure, refreshCase } from '../../core/cases/refresh-case.ts';
import { saveCase } from '../../core/cases/save-case.ts';
import { type SendPorts, sendCase, settleCase } from '../../core/cases/send-case.ts';
import { takeBack } from '../../core/cases/take-back.ts';
import type { ItemChange } from '../../core/records/wallet-items.ts';
import { findSameMandate } from '../../core/signing/held-mandates.ts';
import { prepareWithdrawal } from '../../core/signing/prepare-withdrawal.ts';
import type { WaitingForm } from '../../core/signing/waiting-form.ts';
import type { SignedTrust } from '../../core/trust/wallet-trust.ts';
import type { FeatureHandlers } from '../../messaging/receive.ts';

type CasePorts = SendPorts & {
  readonly readSignedTrust: () => Promise<SignedTrust>;
  readonly locale: () => Promise<'fa' | 'en'>;
  readonly newId: () => string;
  readonly amendings: Pick<AmendingBook, 'start'>;
  /** Opens an address in a new tab; gives the tab's id. */
  readonly openTab: (url: string) => Promise<number>;
  /** Shows the window in which one waiting form is read and signed. */
  readonly openReview: (waitingId: string) => Promise<void>;
};

/** The citizen's cases across agencies: listed, asked after, sent again, their receipts, and each as one file. */
export function createCaseHandlers(ports: CasePorts): FeatureHandlers<'cases'> {
  const { records, nowMs } = ports;

  async function find(id: string): Promise<CaseRecord> {
    const record = await records.cases.find(id);
    if (!record) throw new AppError('case_unknown');
    return record;
  }

  async function findReceived(id: string): Promise<ReceivedCase> {
    const record = await find(id);
    if (record.delivery !== 'received') throw new AppError('case_unknown');
    return record;
  }

  /** Whether the agency answered; what it said, of the case and of its log, is kept. */
  async function refresh(record: ReceivedCase): Promise<boolean> {
    try {
      await records.commit([records.cases.put(await followLog(await refreshCase(record, ports), ports))]);
      return true;
    } catch (error) {
      if (error instanceof AppError && error.code !== 'vault_locked') return false;
      throw error;
    }
  }

  /** The case after its agency was asked, which may be changed as said. Where the agency is silent, what was known last counts. @throws AppError `co_signed_fixed`, `amendment_not_allowed`, `case_closed` */
  async function findChangeable(id: string, change: 'canAmend' | 'canWithdraw'): Promise<ReceivedCase & { readonly filled: FilledPage }> {
    await refresh(await findReceived(id));
    const { items } = await records.cases.list();
    const record = items.find((each) => each.id === id);
    const line = listCases(items, nowMs()).find((each) => each.id === id);
    if (record?.delivery !== 'received' || !record.filled) throw new AppError('case_unknown');
    if (record.coSigned !== undefined) throw new AppError('co_signed_fixed');
    if (!line?.[change]) throw new AppError(line?.canWithdraw ? 'amendment_not_allowed' : 'case_closed');
    return { ...record, filled: record.filled };
  }

  /** Earlier withdrawals of the same case that were never signed. */
  async function dropUnsigned(caseNumber: string, origin: string): Promise<ItemChange[]> {
    const { items } = await records.waiting.list();
    const isSame = ({ manifest }: WaitingForm) => {
      const { withdraws, agency } = decodeManifest(decodeBase64Url(manifest));
      return withdraws?.caseNumber === caseNumber && agency.origin === origin;
    };
    return items.filter(isSame).map(({ id }) => records.waiting.remove(id));
  }

  /** The receipt says what was known when the form came; a time stamp may have come later, and is looked at anew. */
  async function describeReport(record: ReceivedCase, { report }: Receipt): Promise<Pick<ReceiptView, 'report' | 'stampedAtMs'>> {
    const at = record.header === undefined ? null : await checkTimeStamp(record, record.header, new Date(ports.nowMs()), ports);
    const told = report.map(({ step, holds }) => ({ step, holds: step === 'time-stamp' ? at !== null : holds }));
    return { report: told, stampedAtMs: at?.getTime() ?? null };
  }

  /** What is kept of the agency's log, the proof looked at anew. */
  async function describeLog(record: ReceivedCase): Promise<Pick<ReceiptView, 'logIndex' | 'logProblem'>> {
    const { proven = null, problem = null } = record.log ?? {};
    if (proven === null || problem !== null) return { logIndex: null, logProblem: problem?.code ?? null };
    try {
      await checkKeptProof(record, proven, ports);
      return { logIndex: proven.proof.index, logProblem: null };
    } catch (error) {
      if (error instanceof AppError && error.code === 'log_proof_invalid') return { logIndex: null, logProblem: error.code };
      if (error instanceof AppError && error.code === 'log_checkpoint_invalid') return { logIndex: null, logProblem: error.code };
      throw error;
    }
  }

  return {
    'cases/list': async () => {
      const { items, damaged } = await records.cases.list();
      return { cases: listCases(items, nowMs()), damaged };
    },
    'cases/refresh': async () => {
      const { items } = await records.cases.list();
      const received = items.filter((record) => record.delivery === 'received');
      const answered = await Promise.all(received.map(refresh));
      const unanswered: CaseRecord[] = received.filter((_record, index) => !answered[index]);
      // The agency answers with the receipt once the other person has signed.
      for (const record of items.filter(isAwaiting)) if ((await settleCase(record, ports)).outcome.kind === 'kept') unanswered.push(record);
      const silent = unanswered.map(({ agency }) => ({ id: agency.id, name: agency.name }));
      return { unreachable: silent.filter(({ id }, index) => silent.findIndex((each) => each.id === id) === index) };
    },
    'cases/send': async ({ id }) => {
      const record = await find(id);
      if (!isSendable(record)) throw new AppError('case_unknown');
      return (await sendCase(record, ports)).outcome;
    },
    'cases/discard': async ({ id }) => {
      const record = await find(id);
      if (record.delivery === 'received') throw new AppError('case_unknown');
      await records.commit([records.cases.remove(id)]);
      return null;
    },
    'cases/take-back': async ({ id }) => {
      const record = await find(id);
      if (!isAwaiting(record)) throw new AppError('case_unknown');
      if (await takeBack(record, ports)) await records.commit([records.cases.remove(id)]);
      else await settleCase(record, ports);
      return null;
    },
    'cases/amend': async ({ id }) => {
      const record = await findChangeable(id, 'canAmend');
      const { agency, caseNumber, manifest, title, filled } = record;
      const definition = readKeptForm(record);
      // What could not be signed in the end is not begun.
      if (definition) await findSameMandate(decodeManifest(decodeBase64Url(manifest)), definition, ports);
      const manifestHash = await hashManifest(decodeBase64Url(manifest), ports.crypto.sha256);
      await draftAmendment({ id, origin: agency.origin, title: title[await ports.locale()], filled }, ports);
      const begun = { origin: agency.origin, formUri: filled.formUri, caseId: id, earlier: { caseNumber, manifestHash } };
      await ports.amendings.start(begun, () => ports.openTab(filled.uri));
      return null;
    },
    'cases/withdraw': async ({ id }) => {
      const record = await findChangeable(id, 'canWithdraw');
      const withdrawal = await prepareWithdrawal(record, await ports.locale(), ports);
      const unsigned = await dropUnsigned(record.caseNumber, record.agency.origin);
      await records.commit([...unsigned, records.waiting.put(withdrawal)]);
      await ports.openReview(withdrawal.id);
      return null;
    },
    'cases/ask-erasure': async ({ id }) => {
      await records.commit([records.cases.put(await askErasure(await findReceived(id), ports))]);
      return null;
    },
    'cases/receipt': async ({ id }) => {
      const record = await findReceived(id);
      const bytes = decodeBase64Url(record.manifest);
      const manifestHash = await hashManifest(bytes, ports.crypto.sha256);
      const view = renderView(decodeManifest(bytes));
      const common = { manifestHash, receivedAt: record.receivedAt, view, checkPage: `${record.agency.origin}/daricheh/check.html` };
      try {
        const receipt = await openCaseReceipt(record.receipt, record, new Date(record.receivedAt), ports);
        return { ...common, isValid: true, ...(await describeReport(record, receipt)), ...(await describeLog(record)) };
      } catch (error) {
        if (error instanceof AppError && error.code === 'receipt_invalid')
          return { ...common, isValid: false, report: [], stampedAtMs: null, logIndex: null, logProblem: null };
        throw error;
      }
    },
    'cases/sheet': async ({ id, language }) => {
      const record = await findReceived(id);
      const bytes = await fetchReceiptSheet(record, language, ports);
      return { name: `daricheh-${record.agency.id}-${record.caseNumber}.pdf`, bytes: encodeBase64Url(bytes) };
    },
    'cases/export': async ({ id }) => {
      // What is saved is what will be there when nobody can be asked any more; where the agency is silent, it is what is held already.
      const record = await fetchEvidence(await findReceived(id), ports);
      await records.commit([records.cases.put(record)]);
      return saveCase(record, await ports.readSignedTrust());
    },
  };
}
