import { getField } from '@daricheh/shared/vocabulary';
import type { PlanLine } from '../../core/autofill/plan/fill-plan.ts';
import type { FillableSite } from '../../core/autofill/plan/fill-view.ts';
import type { SiteDescription } from '../../core/consent/describe-site.ts';
import type { Release, ReleasedItem } from '../../core/consent/release.ts';

/** What goes into one document. `kept`: controls in which the citizen has typed since they were shown the plan. */
export type FrameOrder = {
  readonly documentId: string;
  readonly foreign: string | undefined;
  readonly mark: string;
  readonly lines: readonly PlanLine[];
  readonly kept: readonly number[];
};

export type ReleaseDeps = {
  /** What the wallet knows of an origin, whatever tab or frame it stands in. */
  readonly describeOrigin: (origin: string) => Promise<SiteDescription>;
  readonly nowMs: () => number;
  readonly newId: () => string;
};

/** The rows of the ledger for one fill: one for each origin that gets something, the page's own first. */
export async function makeReleases(site: FillableSite, orders: readonly FrameOrder[], deps: ReleaseDeps): Promise<Release[]> {
  const origins = [...new Set(orders.filter(({ lines }) => lines.length > 0).map(({ foreign }) => foreign))];
  return Promise.all(
    origins.map((foreign) =>
      makeRelease(
        site,
        foreign,
        orders.filter((order) => order.foreign === foreign),
        deps,
      ),
    ),
  );
}

async function makeRelease(
  site: FillableSite,
  foreign: string | undefined,
  orders: readonly FrameOrder[],
  deps: ReleaseDeps,
): Promise<Release> {
  const receiver = foreign === undefined ? site : await deps.describeOrigin(foreign);
  const byDatum = new Map(orders.flatMap(({ lines }) => lines.map((line) => [`${line.relative ?? ''} ${line.datum}`, line] as const)));
  return {
    id: deps.newId(),
    kind: 'fill',
    atMs: deps.nowMs(),
    receiver: { origin: foreign ?? site.origin, agency: receiver.kind === 'registered' ? receiver.agency : null },
    purpose: null,
    items: [...byDatum.values()].map(listItem),
    outcome: 'sent',
  };
}

/** A line without its value. */
function listItem({ datum, relative, source, provenance }: PlanLine): ReleasedItem {
  const item = { datum, ...(relative && { whose: relative }), label: { fa: getField(datum).fa, en: getField(datum).en }, source };
  if (!provenance) return item;
  if (provenance.kind === 'declared') return { ...item, vouched: { issuer: null, sinceMs: provenance.declaredAtMs } };
  return { ...item, vouched: { issuer: provenance.issuer, sinceMs: provenance.issuedAtMs ?? provenance.receivedAtMs } };
}
