import { decodeBase64Url, encodeBase64Url } from '@daricheh/shared/encoding';
import { AppError, type ErrorCode } from '@daricheh/shared/errors';
import {
  compareManifests,
  decodeManifest,
  type Manifest,
  pageEvents,
  type ReceiptDetail,
  type SigningClaims,
} from '@daricheh/shared/submission';
import { type AmendingBook, nameAmendmentDraft } from '../../core/cases/amending-book.ts';
import type { PendingCase, ReceivedCase } from '../../core/cases/case-record.ts';
import { type SendPorts, sendCase } from '../../core/cases/send-case.ts';
import type { PageControl } from '../../core/consent/page-control.ts';
import type { PageFile } from '../../core/consent/page-file.ts';
import type { ReviewView } from '../../core/consent/prompt-view.ts';
import { confirmGesture, type PasskeyRing, requestGesture } from '../../core/credentials/confirm-gesture.ts';
import { randomBytes } from '../../core/credentials/wallet-crypto.ts';
import type { PromptPage } from '../../core/prompts/prompt-book.ts';
import type { OpenPrompt, PromptDesk } from '../../core/prompts/prompt-desk.ts';
import type { PromptRequest } from '../../core/prompts/prompt-request.ts';
import { collectFile } from '../../core/signing/collect-file.ts';
import { findSigner } from '../../core/signing/find-signer.ts';
import { canWait, makeWaitingForm, maxWaiting } from '../../core/signing/keep-waiting.ts';
import { fetchSigningRequest, openSigningRequest } from '../../core/signing/request-signature.ts';
import { type ReviewedForm, type ReviewPorts, reviewForm, type SoughtControls, viewReview } from '../../core/signing/review-form.ts';
import { describeSigningGesture, requireRole, signForm } from '../../core/signing/sign-form.ts';
import { viewActsFor, viewMatter } from '../../core/signing/view-matter.ts';
import type { FeatureHandlers } from '../../messaging/receive.ts';

type Ready = Extract<ReviewedForm, { kind: 'ready' }>;
type ReadyView = Extract<ReviewView, { kind: 'ready' }>;
type SignRequest = Extract<PromptRequest, { kind: 'sign' }>;

type Ports = Omit<ReviewPorts, 'readControls' | 'files' | 'readWaiting'> &
  SendPorts & {
    readonly desk: PromptDesk;
    readonly passkeys: () => Promise<PasskeyRing>;
    /** Whether the wallet works on this origin. Our script may still run where it was switched off, or was put in to fill once. */
    readonly isUsable: (origin: string) => Promise<boolean>;
    /** Whether the trust list names an agency at this origin. */
    readonly isRegistered: (origin: string) => Promise<boolean>;
    /** Whether the document that asked is still in its tab. */
    readonly isThere: (page: PromptPage) => Promise<boolean>;
    readonly locale: () => Promise<'fa' | 'en'>;
    /** What the form in that document answers, as it stands now. Throws AppError `page_gone`. */
    readonly readControls: (page: PromptPage, formUri: string, sought: SoughtControls) => Promise<readonly PageControl[]>;
    /** The files in its boxes of these names, and some bytes of one, base64url. Both throw AppError `page_gone`. */
    readonly listFiles: (page: PromptPage, formUri: string, controls: readonly string[]) => Promise<readonly PageFile[]>;
    readonly readPiece: (page: PromptPage, formUri: string, piece: FilePiece) => Promise<string>;
    /** The form with its first signature, where that form in the document shows one. Throws AppError `page_gone`. */
    readonly readWaiting: (page: PromptPage, formUri: string) => Promise<string | null>;
    /** Tells the form in that document what came of it. */
    readonly tellPage: (page: PromptPage, formUri: string, event: string, detail: string) => Promise<void>;
    /** Asks our script in the tab's page to begin; whether it found a form that can be signed. */
    readonly beginIn: (tabId: number) => Promise<boolean>;
    readonly findIn: (tabId: number) => Promise<boolean>;
    /** The form has arrived: what was kept of it before it was whole is forgotten. */
    readonly dropDraft: (origin: string, draft: string) => Promise<void>;
    /** The tabs that the wallet has opened so that a case be amended there. */
    readonly amendings: Pick<AmendingBook, 'find' | 'end'>;
    readonly navigate: (tabId: number, url: string) => Promise<void>;
    /** Shows the wallet in a tab, at that place in it. */
    readonly openWallet: (place: string) => Promise<void>;
    /** The address of a tab, where the browser lets us know it. */
    readonly readAddress: (tabId: number) => Promise<string | undefined>;
  };

type FilePiece = Pick<PageFile, 'control' | 'index'> & { readonly from: number; readonly length: number };

/** Reviewing a page's form in our own window, and signing exactly what was reviewed. */
export function createSignFeature(ports: Ports) {
  const { desk } = ports;

  async function review({ page, createdAtMs }: OpenPrompt, request: SignRequest): Promise<ReviewedForm> {
    const { formUri, locale, nonce, salt, files: knownFiles, amends, mandateId } = request;
    const seed = {
      ...{ formUri, origin: page.origin, locale, createdAtMs, nonce, salt, knownFiles, mandateId, pageUri: await findPage(page) },
      ...(amends && { amends: { caseNumber: amends.caseNumber, manifestHash: amends.manifestHash } }),
    };
    const files = {
      list: (controls: readonly string[]) => ports.listFiles(page, formUri, controls),
      read: ({ control, index, size }: PageFile) =>
        collectFile(size, (from, length) => ports.readPiece(page, formUri, { control, index, from, length })),
    };
    return reviewForm(seed, {
      ...ports,
      files,
      readControls: (sought) => ports.readControls(page, formUri, sought),
      readWaiting: () => ports.readWaiting(page, formUri),
    });
  }

  /** The form once more, which must be what the window shows, and the agency's request for it. */
  async function requireReviewed(id: string) {
    const prompt = await desk.require(id);
    const { request } = prompt;
    if (request.kind !== 'sign' || request.manifestHash === null || request.requestObject === null) throw new AppError('prompt_over');
    const reviewed = await review(prompt, request);
    if (reviewed.kind !== 'ready' || reviewed.manifestHash !== request.manifestHash) throw new AppError('form_changed');
    return { prompt, request, reviewed, requestObject: request.requestObject };
  }

  type Required = Awaited<ReturnType<typeof requireReviewed>>;

  /** The request that the form is signed for; a new one where the agency's has run out while the citizen was reading. */
  async function openRequest({ prompt, request, reviewed, requestObject }: Required) {
    try {
      return await openSigningRequest(requestObject, reviewed, ports);
    } catch (error) {
      if (!(error instanceof AppError) || error.code !== 'request_expired') throw error;
      const fresh = await fetchSigningRequest(reviewed, ports);
      await desk.update(prompt.id, { ...request, requestObject: fresh });
      return openSigningRequest(fresh, reviewed, ports);
    }
  }

  async function describe(prompt: OpenPrompt): Promise<{ readonly kind: 'sign'; readonly review: ReviewView }> {
    const { request } = prompt;
    if (request.kind !== 'sign') throw new AppError('prompt_over');
    const reviewed = await review(prompt, request);
    if (reviewed.kind === 'incomplete') {
      return { kind: 'sign', review: { kind: 'incomplete', title: reviewed.definition.title, faults: reviewed.faults } };
    }
    if (reviewed.kind !== 'ready') return { kind: 'sign', review: viewMatter(reviewed) };
    if (request.manifestHash !== null && request.manifestHash !== reviewed.manifestHash) throw new AppError('form_changed');
    const { claims } = await findSigner(ports.records, ports.nowMs());
    const coSigning = describeCoSigning(reviewed, claims);
    const requestObject = request.requestObject ?? (await fetchSigningRequest(reviewed, ports));
    await desk.update(prompt.id, { ...request, manifestHash: reviewed.manifestHash, files: [...reviewed.files], requestObject });
    const agency = { id: reviewed.agency.id, name: reviewed.agency.name };
    return {
      kind: 'sign',
      review: {
        kind: 'ready',
        agency,
        ...viewReview(reviewed),
        nationalId: claims.national_id,
        coSigning,
        actsFor: viewActsFor(reviewed),
        canWait: canWait(reviewed),
        amends: request.amends && (await describeAmended(request.amends.caseId, reviewed.manifest)),
        hasFiles: reviewed.files.length > 0,
      },
    };
  }

  /** The case in whose place the form comes, and what is said otherwise there. */
  async function describeAmended(caseId: string, manifest: Manifest) {
    const record = await ports.records.cases.find(caseId);
    if (record?.delivery !== 'received') throw new AppError('case_unknown');
    const changes = compareManifests(decodeManifest(decodeBase64Url(record.manifest)), manifest, manifest.locale);
    return { caseNumber: record.caseNumber, signedAtMs: record.signedAtMs, changes };
  }

  async function tellReceived(prompt: OpenPrompt, formUri: string, record: ReceivedCase, returnUri: string | undefined): Promise<void> {
    const { caseNumber, dueAt, receipt } = record;
    if (returnUri !== undefined) {
      // Wherever the citizen has gone in the meantime, they are not taken from there.
      if (!(await ports.isThere(prompt.page))) return;
      const address = new URL(returnUri);
      address.searchParams.set('case', caseNumber);
      return ports.navigate(prompt.page.tabId, address.href);
    }
    const detail: ReceiptDetail = { caseNumber, dueAt, receipt };
    await ports.tellPage(prompt.page, formUri, pageEvents.receipt, JSON.stringify(detail));
  }

  /** Sends what was signed and tells the form. What came of it is kept already: a page that has left cannot be told, and need not be. */
  async function deliver(prompt: OpenPrompt, request: SignRequest, pending: PendingCase, returnUri: string | undefined) {
    const { formUri } = request;
    try {
      const { outcome, record } = await sendCase(pending, ports);
      if (record) await tellReceived(prompt, formUri, record, returnUri).catch(ignorePageGone);
      if (record || outcome.kind === 'awaiting') await ports.dropDraft(prompt.page.origin, nameDraft(prompt.page, request));
      if (outcome.kind === 'awaiting') await tellStopped(prompt.page, formUri, 'co_signature_awaited').catch(ignorePageGone);
      if (outcome.kind === 'kept') await tellStopped(prompt.page, formUri, outcome.code).catch(ignorePageGone);
      return outcome;
    } catch (error) {
      if (error instanceof AppError) await tellStopped(prompt.page, formUri, error.code).catch(ignorePageGone);
      throw error;
    }
  }

  /** Where the form under review was filled in: the tab's address, or the front of the site where that is not the form's own. */
  async function findPage({ tabId, origin }: PromptPage): Promise<string> {
    const address = await ports.readAddress(tabId);
    return address !== undefined && URL.canParse(address) && new URL(address).origin === origin ? address : `${origin}/`;
  }

  /** Where in the wallet a case of this origin's stands; all cases where there is none, or the wallet is locked. */
  async function findCase(origin: string, caseNumber: string): Promise<string> {
    try {
      const { items } = await ports.records.cases.list();
      const found = items.find((each) => each.delivery === 'received' && each.agency.origin === origin && each.caseNumber === caseNumber);
      return found ? `cases/${found.id}` : 'cases';
    } catch (error) {
      if (error instanceof AppError && error.code === 'vault_locked') return 'cases';
      throw error;
    }
  }

  function tellStopped(page: PromptPage, formUri: string, code: ErrorCode): Promise<void> {
    return ports.tellPage(page, formUri, pageEvents.stopped, JSON.stringify({ code }));
  }

  const handlers: FeatureHandlers<'sign'> = {
    'sign/ask': async ({ formUri }, { tabId, frameId, documentId, origin }) => {
      if (!(await ports.isUsable(origin))) throw new AppError('site_not_allowed');
      const [nonce, salt] = [encodeBase64Url(randomBytes(16)), encodeBase64Url(randomBytes(16))];
      const request: SignRequest = {
        kind: 'sign',
        formUri,
        locale: await ports.locale(),
        nonce,
        salt,
        amends: await ports.amendings.find({ tabId, origin }, formUri),
        mandateId: null,
        manifestHash: null,
        files: [],
        requestObject: null,
      };
      await desk.ask({ tabId, frameId, documentId, origin }, request);
      return null;
    },
    'sign/here': async (_request, { origin }) => (await ports.isUsable(origin)) && (await ports.isRegistered(origin)),
    'sign/show': async ({ caseNumber, what }, { origin }) => {
      if (!(await ports.isUsable(origin))) throw new AppError('site_not_allowed');
      const place = await findCase(origin, caseNumber);
      await ports.openWallet(what === 'receipt' && place !== 'cases' ? `${place}/receipt` : place);
      return null;
    },
    'sign/find': ({ tabId }) => ports.findIn(tabId),
    'sign/begin': ({ tabId }) => ports.beginIn(tabId),
    'sign/restart': async ({ id }) => {
      const { request } = await desk.require(id);
      if (request.kind === 'sign') await desk.update(id, { ...request, manifestHash: null, files: [], requestObject: null });
      return null;
    },
    'sign/act-as': async ({ id, mandateId }) => {
      const { request } = await desk.require(id);
      if (request.kind === 'sign') await desk.update(id, { ...request, mandateId, manifestHash: null, requestObject: null });
      return null;
    },
    'sign/as-new': async ({ id }) => {
      const { page, request } = await desk.require(id);
      if (request.kind !== 'sign' || request.amends === null) return null;
      await ports.amendings.end(page.tabId);
      await desk.update(id, { ...request, amends: null, manifestHash: null, requestObject: null });
      return null;
    },
    'sign/keep': ({ id }) =>
      desk.decide(id, async () => {
        const { prompt, request, reviewed } = await requireReviewed(id);
        const { waiting, commit } = ports.records;
        if (!canWait(reviewed)) throw new AppError('malformed_request', { what: 'attachments' });
        if ((await waiting.list()).items.length >= maxWaiting) throw new AppError('waiting_full');
        const place = { pageUri: await findPage(prompt.page), draft: nameDraft(prompt.page, request), keptAtMs: ports.nowMs() };
        await commit([waiting.put(makeWaitingForm(reviewed, place))]);
        await desk.end(id, 'granted');
        if (request.amends) await ports.amendings.end(prompt.page.tabId);
        await tellStopped(prompt.page, request.formUri, 'signing_postponed').catch(ignorePageGone);
        return null;
      }),
    'sign/prepare': async ({ id }) => {
      const required = await requireReviewed(id);
      const gesture = await describeSigningGesture(required.reviewed, await openRequest(required));
      const { claims } = await findSigner(ports.records, ports.nowMs());
      return requestGesture(
        gesture,
        claims.passkeys.map((passkey) => passkey.id),
      );
    },
    'sign/attach': async ({ id, assertion }) => {
      const required = await requireReviewed(id);
      const { manifest, definition } = required.reviewed;
      const request = await openRequest(required);
      const { claims } = await findSigner(ports.records, ports.nowMs());
      const { wallet } = await ports.passkeys();
      await confirmGesture(assertion, await describeSigningGesture(required.reviewed, request), { passkeys: claims.passkeys, wallet });
      const files = manifest.attachments.map(({ slot, mediaType, sha256, size }) => ({ slot, mediaType, sha256, size }));
      return { uri: definition.attachmentsUri ?? '', request: request.nonce, files };
    },
    'sign/piece': async ({ id, index, from, length }) => {
      const { page, request } = await desk.require(id);
      const file = request.kind === 'sign' ? request.files[index] : undefined;
      if (request.kind !== 'sign' || file === undefined) throw new AppError('prompt_over');
      return ports.readPiece(page, request.formUri, { control: file.control, index: file.index, from, length });
    },
    'sign/approve': ({ id, assertion }) =>
      desk.decide(id, async () => {
        const required = await requireReviewed(id);
        const { prompt, reviewed, request } = required;
        const signer = await findSigner(ports.records, ports.nowMs());
        const { wallet } = await ports.passkeys();
        const signed = await signForm({ reviewed, request: await openRequest(required), signer, assertion, wallet }, ports);
        const { records } = ports;
        await records.commit([records.cases.put(signed.pending), records.releases.put(signed.release)]);
        await desk.end(id, 'granted');
        if (request.amends) await ports.amendings.end(prompt.page.tabId);
        return deliver(prompt, request, signed.pending, reviewed.definition.returnUri);
      }),
  };

  /** The form hears that nothing was signed. */
  async function onEnd(page: PromptPage, request: PromptRequest): Promise<void> {
    if (request.kind !== 'sign') return;
    await tellStopped(page, request.formUri, 'presentation_declined');
  }

  return { handlers, describe, onEnd };
}

/** The name under which what was written of the form is kept until it is whole. */
function nameDraft({ origin }: PromptPage, { formUri, amends }: SignRequest): string {
  return amends ? nameAmendmentDraft(new URL(formUri, origin).href, amends.caseId) : formUri;
}

/** As what the citizen signs, and who the other is. @throws AppError `signer_not_named` */
function describeCoSigning(reviewed: Ready, claims: SigningClaims): ReadyView['coSigning'] {
  const role = requireRole(reviewed, { claims });
  const other = reviewed.manifest.signers?.find(({ id }) => id !== role?.id);
  if (role === null || other === undefined) return null;
  return { role: role.label, other: other.label, signedAtMs: reviewed.first?.signedAtMs ?? null };
}

function ignorePageGone(error: unknown): void {
  if (!(error instanceof AppError) || error.code !== 'page_gone') throw error;
}
