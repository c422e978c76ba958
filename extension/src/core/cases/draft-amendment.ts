import { nameAmendmentDraft } from './amending-book.ts';
import { draftContent } from './draft.ts';
import type { FilledPage } from './filled-page.ts';
import { type DraftPorts, findDraft, saveDraft } from './keep-drafts.ts';

/**
 * Keeps what was sent as the draft of its amendment, which the form's page offers to go on with; one that was begun before stays as it is. Nothing
 * is kept where it is more than a draft may hold.
 * @throws AppError `vault_locked`, `storage_full`
 */
export async function draftAmendment(
  { id, origin, title, filled }: { readonly id: string; readonly origin: string; readonly title: string; readonly filled: FilledPage },
  ports: DraftPorts,
): Promise<void> {
  const form = nameAmendmentDraft(filled.formUri, id);
  if (await findDraft(ports, origin, form)) return;
  const parsed = draftContent.safeParse({ form, page: filled.uri, title: title.slice(0, 200), values: filled.values });
  if (parsed.success) await saveDraft(ports, origin, { content: parsed.data, seenAtMs: 0 });
}
