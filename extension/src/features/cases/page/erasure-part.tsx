import { useState } from 'react';
import type { CaseLine } from '../../../core/cases/list-cases.ts';
import { send } from '../../../messaging/send.ts';
import { Button } from '../../../ui/components/button.tsx';
import { ErrorNotice, Notice } from '../../../ui/components/notice.tsx';
import { ValueText } from '../../../ui/components/value-text.tsx';
import { useText } from '../../../ui/text/text-context.tsx';
import { useAction } from '../../../ui/use-action.ts';

/** What became of the wish to have a case erased; nothing where there was none. */
export function ErasureState({ line: { erasure } }: { readonly line: CaseLine }) {
  const { t } = useText();
  if (!erasure) return null;
  const atMs = Date.parse(erasure.at);
  switch (erasure.state) {
    case 'requested':
      return <Notice>{t('cases.erasureRequested', { atMs })}</Notice>;
    case 'refused':
      return (
        <Notice tone="warn" title={t('cases.erasureRefused')}>
          <ValueText>{erasure.reason}</ValueText>
        </Notice>
      );
    case 'erased':
      return <Notice>{t('cases.erasureErased', { atMs })}</Notice>;
  }
}

/** Asks the agency to erase a case, once it was said what that means; nothing while a wish waits, or it is done. */
export function AskErasure({ line }: { readonly line: CaseLine }) {
  const { t, pick } = useText();
  const [isAsked, setAsked] = useState(false);
  const action = useAction();
  if (line.erasure && line.erasure.state !== 'refused') return null;
  if (!isAsked) {
    return (
      <div className="row">
        <Button kind="quiet" onPress={() => setAsked(true)}>
          {t('cases.askErasure')}
        </Button>
      </div>
    );
  }
  const ask = () =>
    action.run(async () => {
      await send('cases/ask-erasure', { id: line.id });
      setAsked(false);
    });
  return (
    <>
      <Notice
        tone="warn"
        title={t('cases.askErasureTitle')}
        actions={
          <>
            <Button kind="danger" isPending={action.isRunning} onPress={ask}>
              {t('cases.confirmErasure')}
            </Button>
            <Button onPress={() => setAsked(false)}>{t('cases.keepCase')}</Button>
          </>
        }
      >
        {t('cases.askErasureHelp', { agency: pick(line.agency.name) })}
      </Notice>
      <ErrorNotice code={action.error} />
    </>
  );
}
