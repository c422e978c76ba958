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
import { describeClaim } from '../consent/describe-claim.ts';
import { type DisclosurePlan, decideDisclosure, planDisclosure, selectByDefault } from '../consent/plan-disclosure.ts';
import type { PresentView } from '../consent/prompt-view.ts';
import type { Release } from '../consent/release.ts';
import type { WalletRecords } from '../records/wallet-records.ts';
import type { WalletTrust } from '../trust/wallet-trust.ts';
import { listUsable, takeCredential } from './usable-credentials.ts';
import { randomBytes, sha256, verifyP256 } from './wallet-crypto.ts';

export type PresentPorts = {
  readonly records: Pick<WalletRecords, 'credentials' | 'keys'>;
  readonly trust: () => Promise<WalletTrust>;
  readonly fetchText: FetchText;
  readonly nowMs: () => number;
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
export async function planAnswer(request: PresentationRequest, { records, nowMs }: PresentPorts): Promise<DisclosurePlan> {
  return planDisclosure(request.query, await listUsable(records, nowMs()), findUse(request) ?? { attributes: [] });
}

/** What the consent window shows of a request. */
export function describeRequest(request: PresentationRequest, plan: DisclosurePlan): PresentView {
  const common = { purpose: findUse(request)?.purpose ?? null, canPass: request.channel === 'dc_api' };
  if (plan.kind === 'unanswerable') return { ...common, plan };
  const documents = plan.credentials.map(({ vct, rows }) => ({
    vct,
    claims: rows.map(({ key, path, value, isRequired, isRegistered }) => ({
      ...describeClaim(vct, path, value),
      key,
      isRequired,
      isRegistered,
    })),
  }));
  return { ...common, plan: { kind: 'answerable', documents, selected: selectByDefault(plan.credentials) } };
}

/** The answer that shows exactly the rows that the citizen left on, and its row for the ledger. */
export async function answerRequest(
  request: PresentationRequest,
  selectedKeys: readonly string[],
  ports: PresentPorts,
): Promise<{ readonly answer: PresentationAnswer; readonly release: Release }> {
  const plan = await planAnswer(request, ports);
  if (plan.kind === 'unanswerable') throw new AppError('no_matching_credential');
  const disclosures = decideDisclosure(plan.credentials, selectedKeys);
  if (!disclosures) throw new AppError('presentation_incomplete');
  const answer = await answerPresentation(request, disclosures, {
    takeCredential: (id) => takeCredential(ports.records, id, ports.nowMs()),
    sha256,
    now: () => new Date(ports.nowMs()),
  });
  const shown = plan.credentials.flatMap(({ vct, queryId, rows }) => {
    const paths = disclosures.find((each) => each.queryId === queryId)?.paths ?? [];
    return rows.filter(({ path }) => paths.includes(path)).map(({ path, value }) => ({ vct, path, ...describeClaim(vct, path, value) }));
  });
  const items = shown.map(({ vct, path, datum, label }) => ({
    datum,
    label,
    source: { kind: 'credential' as const, vct, claim: path.map(String) },
  }));
  return { answer, release: { ...describeRelease(request, ports.nowMs()), items } };
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
