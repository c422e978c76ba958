import { AppError } from '@daricheh/shared/errors';
import type {
  FetchedRequest,
  FetchText,
  PresentationAnswer,
  PresentationRequest,
  ReadRequestPorts,
  RequestSource,
} from '@daricheh/shared/presentation';
import { answerPresentation, findRegisteredUse, followRequestLink, readPresentationRequest } from '@daricheh/shared/presentation';
import type { RegisteredUse } from '@daricheh/shared/trust';
import { type DecidedCredential, decideDisclosure, selectByDefault, toDisclosure } from '../consent/decide-disclosure.ts';
import { describeClaim } from '../consent/describe-claim.ts';
import type { DisclosurePlan, PlannedCredential, PlannedPart } from '../consent/disclosure-plan.ts';
import { planDisclosure } from '../consent/plan-disclosure.ts';
import type { PresentView, ShownDocument, ShownPart } from '../consent/prompt-view.ts';
import type { Release, ReleasedItem } from '../consent/release.ts';
import type { WalletTrust } from '../trust/wallet-trust.ts';
import { listUsable, type TakePorts, takeFresh } from './usable-credentials.ts';
import { randomBytes, sha256, verifyP256 } from './wallet-crypto.ts';

export type PresentPorts = TakePorts & {
  readonly trust: () => Promise<WalletTrust>;
  readonly fetchText: FetchText;
};

type ReadPorts = Pick<PresentPorts, 'trust' | 'fetchText' | 'nowMs'>;

/** The request that a page or link carries, once it kept every rule. @throws AppError as `readPresentationRequest` */
export async function readRequest(source: RequestSource, ports: ReadPorts): Promise<PresentationRequest> {
  return readPresentationRequest(source, await openReadPorts(ports));
}

/** What a link leads to, not yet believed. @throws AppError as `followRequestLink` */
export async function followLink(source: Extract<RequestSource, { kind: 'link' }>, ports: ReadPorts): Promise<FetchedRequest> {
  return followRequestLink(source, await openReadPorts(ports));
}

async function openReadPorts({ trust, fetchText, nowMs }: ReadPorts): Promise<ReadRequestPorts> {
  const { list, verifyChain } = await trust();
  return { trust: list, verifyChain, verifyP256, sha256, randomBytes, now: () => new Date(nowMs()), fetchText };
}

/** What the wallet could answer, from what it holds now. */
export async function planAnswer(
  request: PresentationRequest,
  { records, nowMs }: Pick<PresentPorts, 'records' | 'nowMs'>,
): Promise<DisclosurePlan> {
  return planDisclosure(request.query, await listUsable(records, nowMs()), findUse(request) ?? { attributes: [] });
}

/** What the consent window shows of a request. */
export function describeRequest(request: PresentationRequest, plan: DisclosurePlan): PresentView {
  const purpose = findUse(request)?.purpose ?? null;
  const common = { purpose, registration: judgeRegistration(purpose !== null, plan), canPass: request.channel === 'dc_api' };
  if (plan.kind === 'unanswerable') return { ...common, plan };
  return { ...common, plan: { ...plan, parts: plan.parts.map(showPart), selected: selectByDefault(plan) } };
}

function judgeRegistration(hasUse: boolean, plan: DisclosurePlan): PresentView['registration'] {
  if (!hasUse) return 'none';
  const rows = plan.kind === 'answerable' ? plan.parts.flatMap(({ credentials }) => credentials.flatMap((each) => each.rows)) : [];
  return rows.every(({ isRegistered }) => isRegistered) ? 'whole' : 'part';
}

function showPart({ credentials, ...part }: PlannedPart): ShownPart {
  return { ...part, credentials: credentials.map(showDocument) };
}

function showDocument({ key, answers, rows, credential }: PlannedCredential): ShownDocument {
  const { vct, issuer, holder, title, expiresAtMs, nextCopy } = credential;
  const claims = rows.map(({ path, value, ...row }) => ({
    ...describeClaim(vct, path, value),
    key: row.key,
    isRequired: row.isRequired,
    isRegistered: row.isRegistered,
  }));
  return { key, answers, vct, issuer, holder, title, expiresAtMs, nextCopy, claims };
}

/** The answer that shows exactly what the citizen left on, and its row for the ledger. */
export async function answerRequest(
  request: PresentationRequest,
  selectedKeys: readonly string[],
  ports: PresentPorts,
): Promise<{ readonly answer: PresentationAnswer; readonly release: Release }> {
  const plan = await planAnswer(request, ports);
  if (plan.kind === 'unanswerable') throw new AppError('no_matching_credential');
  const decided = decideDisclosure(plan, selectedKeys);
  if (!decided) throw new AppError('presentation_incomplete');
  const answer = await answerPresentation(request, decided.map(toDisclosure), {
    takeCredential: (id) => takeFresh(ports, id),
    sha256,
    now: () => new Date(ports.nowMs()),
  });
  return { answer, release: { ...describeRelease(request, ports.nowMs()), items: decided.flatMap(listReleased) } };
}

function listReleased({ planned, rows }: DecidedCredential): ReleasedItem[] {
  const { vct } = planned.credential;
  return rows.map(({ path, value }) => {
    const { datum, label } = describeClaim(vct, path, value);
    return { datum, label, source: { kind: 'credential', vct, claim: path.map(String) } };
  });
}

function describeRelease(request: PresentationRequest, atMs: number): Release {
  const { verifier, origin } = request;
  const agency = verifier.kind === 'registered' ? { id: verifier.agency.id, name: verifier.agency.name } : null;
  return {
    id: crypto.randomUUID(),
    kind: 'presentation',
    atMs,
    receiver: { origin, agency },
    purpose: findUse(request)?.purpose ?? null,
    items: [],
    outcome: 'sent',
  };
}

/** What the asker is registered for, of what it asks; undefined where that is nothing. */
function findUse({ verifier, query }: PresentationRequest): RegisteredUse | undefined {
  return verifier.kind === 'registered' ? findRegisteredUse(verifier.agency, query) : undefined;
}
