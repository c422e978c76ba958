import { useCallback, useEffect, useState } from 'react';
import type { PromptView } from '../../../core/consent/prompt-view.ts';
import { send } from '../../../messaging/send.ts';
import { codeOf, type Loaded } from '../../../ui/refresh.tsx';

/** What the window shows of a question: asked for once, and again only on request, so that it never changes under the hand. */
export function useView(id: string): { readonly loaded: Loaded<PromptView>; readonly reload: () => void } {
  const [loaded, setLoaded] = useState<Loaded<PromptView>>({ state: 'loading' });
  const reload = useCallback(() => {
    setLoaded({ state: 'loading' });
    send('consent/view', { id }).then(
      (value) => setLoaded({ state: 'ready', value }),
      (error: unknown) => setLoaded({ state: 'failed', code: codeOf(error) }),
    );
  }, [id]);
  useEffect(reload, [reload]);
  return { loaded, reload };
}
