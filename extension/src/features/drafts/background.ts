import { AppError } from '@daricheh/shared/errors';
import { findAgencyByOrigin, type TrustList } from '@daricheh/shared/trust';
import { type DraftPorts, dropDraft, findDraft, listDrafts, saveDraft } from '../../core/cases/keep-drafts.ts';
import type { FeatureHandlers } from '../../messaging/receive.ts';
import type { ContentSender } from '../../messaging/sender.ts';

type Ports = DraftPorts & {
  /** Whether the wallet works on this origin. Our script may still run where it was switched off. */
  readonly isUsable: (origin: string) => Promise<boolean>;
  readonly trustList: () => Promise<TrustList | null>;
  /** Under which name the draft of this form is kept for that page: another where it amends a case. */
  readonly nameDraft: (page: Pick<ContentSender, 'tabId' | 'origin'>, form: string) => Promise<string>;
};

/** Forms that were begun: kept for the page whose form it is and for no other, sealed in the vault, listed and forgotten by the citizen. */
export function createDraftHandlers(ports: Ports): FeatureHandlers<'drafts'> {
  /** Does `act` for the page's own origin. While the vault is shut nothing is said of what is in it, not even whether. */
  async function actFor<Answer>(
    { page, form }: { readonly page: ContentSender; readonly form: string },
    act: (origin: string, name: string) => Promise<Answer>,
  ): Promise<Answer | { readonly kind: 'locked' }> {
    const { origin } = page;
    if (!(await ports.isUsable(origin))) throw new AppError('site_not_allowed');
    try {
      return await act(origin, await ports.nameDraft(page, form));
    } catch (error) {
      if (error instanceof AppError && error.code === 'vault_locked') return { kind: 'locked' };
      throw error;
    }
  }

  return {
    'drafts/find': ({ form }, sender) =>
      actFor({ page: sender, form }, async (origin, name) => {
        const found = await findDraft(ports, origin, name);
        return found ? { kind: 'found', beganAtMs: found.beganAtMs, savedAtMs: found.savedAtMs } : { kind: 'none' };
      }),
    'drafts/save': ({ seenAtMs, ...content }, sender) =>
      actFor({ page: sender, form: content.form }, async (origin, name) => {
        if (!URL.canParse(content.page) || new URL(content.page).origin !== origin)
          throw new AppError('malformed_request', { what: 'page' });
        return { kind: 'saved', ...(await saveDraft(ports, origin, { content: { ...content, form: name }, seenAtMs })) };
      }),
    'drafts/open': ({ form }, sender) =>
      actFor({ page: sender, form }, async (origin, name) => {
        const found = await findDraft(ports, origin, name);
        return found ? { kind: 'opened', values: found.values } : { kind: 'none' };
      }),
    'drafts/drop': ({ form }, sender) =>
      actFor({ page: sender, form }, async (origin, name) => {
        await dropDraft(ports, origin, name);
        return { kind: 'dropped' };
      }),
    'drafts/list': async () => {
      const [{ drafts, damaged }, list] = await Promise.all([listDrafts(ports), ports.trustList()]);
      const lines = drafts.map(({ id, origin, page, title, beganAtMs, savedAtMs }) => ({
        ...{ id, origin, page, title, beganAtMs, savedAtMs },
        agency: (list && findAgencyByOrigin(list, origin)?.name) ?? null,
      }));
      return { drafts: lines, damaged };
    },
    'drafts/remove': async ({ id }) => {
      await ports.records.commit([ports.records.drafts.remove(id)]);
      return null;
    },
  };
}
