import { AppError } from '@daricheh/shared/errors';
import { describeAsker } from '../../core/consent/asker.ts';
import type { PromptView } from '../../core/consent/prompt-view.ts';
import type { OpenPrompt, PromptDesk } from '../../core/prompts/prompt-desk.ts';
import type { PromptRequest } from '../../core/prompts/prompt-request.ts';
import type { WalletTrust } from '../../core/trust/wallet-trust.ts';
import type { FeatureHandlers } from '../../messaging/receive.ts';

/** What the feature that a question belongs to says of it, beside who asks. */
export type DescribePrompt = (
  prompt: OpenPrompt,
) => Promise<
  | { readonly kind: 'receive'; readonly offer: Extract<PromptView, { kind: 'receive' }>['offer'] }
  | { readonly kind: 'present'; readonly request: Extract<PromptView, { kind: 'present' }>['request'] }
  | { readonly kind: 'sign'; readonly review: Extract<PromptView, { kind: 'sign' }>['review'] }
>;

type ConsentPorts = {
  readonly desk: PromptDesk;
  readonly trust: () => Promise<WalletTrust>;
  readonly isUnlocked: () => Promise<boolean>;
  readonly describe: Readonly<Record<PromptRequest['kind'], DescribePrompt>>;
};

/** What the consent window shows, whoever asked; and the citizen's no. */
export function createConsentHandlers({ desk, trust, isUnlocked, describe }: ConsentPorts): FeatureHandlers<'consent'> {
  async function view(prompt: OpenPrompt): Promise<PromptView> {
    const asker = describeAsker((await trust()).list, prompt.page.origin);
    try {
      return { ...(await describe[prompt.request.kind](prompt)), asker };
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      if (error.code === 'vault_locked') return { kind: 'locked' };
      return error.code === 'page_gone' ? { kind: 'over', reason: 'gone' } : { kind: 'refused', asker, code: error.code };
    }
  }

  return {
    'consent/view': async ({ id }) => {
      const standing = await desk.read(id);
      if (standing.kind === 'over') return standing;
      return (await isUnlocked()) ? view(standing.prompt) : { kind: 'locked' };
    },
    'consent/standing': async ({ id }) => {
      const standing = await desk.read(id);
      return standing.kind === 'over' ? standing.reason : 'open';
    },
    'consent/deny': async ({ id }) => {
      await desk.dismiss(id, 'denied');
      return null;
    },
  };
}
