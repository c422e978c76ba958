import type { WalletRecords } from '../records/wallet-records.ts';
import { isAmendmentDraft } from './amending-book.ts';
import type { Draft, DraftContent } from './draft.ts';

export type DraftPorts = { readonly records: WalletRecords; readonly nowMs: () => number; readonly newId: () => string };

const keptForMs = 90 * 86_400_000;
/** Of one origin: a site cannot fill the vault. The one that was saved longest ago goes. */
const keptPerOrigin = 20;

/** The draft of that form; undefined where there is none, or nobody has touched it for 90 days. @throws AppError `vault_locked` */
export async function findDraft({ records, nowMs }: DraftPorts, origin: string, form: string): Promise<Draft | undefined> {
  const { items } = await records.drafts.list();
  return items.find((each) => each.origin === origin && each.form === form && isFresh(each, nowMs()));
}

/**
 * Keeps what stands in a form, in the place of what was kept of it before: the newest wins. `seenAtMs`: when what the page knows of was saved, 0 for nothing; `replaces` is true where something else stood there. @throws AppError `vault_locked`, `storage_full`
 */
export async function saveDraft(
  ports: DraftPorts,
  origin: string,
  { content, seenAtMs }: { readonly content: DraftContent; readonly seenAtMs: number },
): Promise<{ readonly savedAtMs: number; readonly replaces: boolean }> {
  const { records, nowMs, newId } = ports;
  const { items } = await records.drafts.list();
  const own = items.filter((each) => each.origin === origin);
  const known = own.find(({ form }) => form === content.form);
  const kept: Draft = { beganAtMs: nowMs(), ...known, ...content, version: 1, id: known?.id ?? newId(), origin, savedAtMs: nowMs() };
  const others = own.filter((each) => each !== known).sort((a, b) => b.savedAtMs - a.savedAtMs);
  const over = [...others.slice(keptPerOrigin - 1), ...others.filter((each) => !isFresh(each, nowMs()))];
  await records.commit([records.drafts.put(kept), ...[...new Set(over)].map(({ id }) => records.drafts.remove(id))]);
  return { savedAtMs: kept.savedAtMs, replaces: known !== undefined && known.savedAtMs !== seenAtMs };
}

/** Forgets what was kept of that form. @throws AppError `vault_locked` */
export async function dropDraft({ records }: Pick<DraftPorts, 'records'>, origin: string, form: string): Promise<void> {
  const { items } = await records.drafts.list();
  const own = items.filter((each) => each.origin === origin && each.form === form);
  if (own.length > 0) await records.commit(own.map(({ id }) => records.drafts.remove(id)));
}

/** All that can be gone on with from a list, the newest first; what nobody has touched for 90 days is forgotten. */
export async function listDrafts({
  records,
  nowMs,
}: Omit<DraftPorts, 'newId'>): Promise<{ readonly drafts: readonly Draft[]; readonly damaged: readonly string[] }> {
  const { items, damaged } = await records.drafts.list();
  const old = items.filter((each) => !isFresh(each, nowMs()));
  if (old.length > 0) await records.commit(old.map(({ id }) => records.drafts.remove(id)));
  const shown = items.filter((each) => isFresh(each, nowMs()) && !isAmendmentDraft(each));
  return { drafts: shown.sort((a, b) => b.savedAtMs - a.savedAtMs), damaged };
}

function isFresh({ savedAtMs }: Draft, nowMs: number): boolean {
  return nowMs - savedAtMs < keptForMs;
}
