import { type ReactNode, useState } from 'react';
import type { CaseLine } from '../../../core/cases/list-cases.ts';
import { send } from '../../../messaging/send.ts';
import { Button } from '../../../ui/components/button.tsx';
import { EmptyState } from '../../../ui/components/empty-state.tsx';
import { ErrorNotice, Notice } from '../../../ui/components/notice.tsx';
import { useLoaded } from '../../../ui/refresh.tsx';
import { useText } from '../../../ui/text/text-context.tsx';
import { useAction } from '../../../ui/use-action.ts';
import { usePlace } from '../../../ui/use-section.ts';
import { CaseCard } from './case-card.tsx';

/** All the citizen's cases, of every agency. `before`: what is not one yet. `after`: what will never be one. */
export function CasesSection({ before, after }: { readonly before: ReactNode; readonly after: ReactNode }) {
  const { t } = useText();
  const loaded = useLoaded(() => send('cases/list', {}), []);
  const cases = loaded.state === 'ready' ? loaded.value.cases : [];
  const [, namedId, part] = usePlace();
  return (
    <div className="stack">
      <header className="stack-tight">
        <div className="spread">
          <h1>{t('cases.title')}</h1>
          {cases.length > 0 && <Refresh />}
        </div>
        <p className="soft">{t('cases.intro')}</p>
      </header>
      {before}
      {loaded.state === 'failed' && <ErrorNotice code={loaded.code} />}
      {loaded.state === 'ready' && loaded.value.damaged.length > 0 && <Notice tone="warn">{t('common.damagedHelp')}</Notice>}
      {loaded.state === 'ready' && cases.length === 0 && (
        <EmptyState
          title={t('cases.emptyTitle')}
          action={
            <Button kind="primary" onPress={() => window.location.assign('#/services')}>
              {t('cases.emptyAction')}
            </Button>
          }
        >
          {t('cases.emptyHelp')}
        </EmptyState>
      )}
      {cases.map((line) => {
        const named = line.id === namedId ? (part === 'receipt' ? 'receipt' : 'case') : undefined;
        // Another address names it anew: it is shown from the start.
        return <CaseCard key={`${line.id} ${named}`} line={line} named={named} />;
      })}
      {after}
    </div>
  );
}

/** The cases as they stand beside a page: one line each, and the way to all of it. */
export function CasesPanel({ onOpen }: { readonly onOpen: () => void }) {
  const { t } = useText();
  const loaded = useLoaded(() => send('cases/list', {}), []);
  if (loaded.state !== 'ready') return loaded.state === 'failed' ? <ErrorNotice code={loaded.code} /> : null;
  const { cases } = loaded.value;
  return (
    <section className="stack-tight" aria-label={t('cases.title')}>
      <div className="spread">
        <h2>{t('cases.title')}</h2>
        {cases.length > 0 && <Refresh />}
      </div>
      {cases.length === 0 && <p className="soft small">{t('cases.emptyHelp')}</p>}
      {cases.slice(0, 5).map((line: CaseLine) => (
        <CaseCard key={line.id} line={line} isBrief />
      ))}
      {cases.length > 0 && (
        <Button kind="quiet" onPress={onOpen}>
          {t('cases.all')}
        </Button>
      )}
    </section>
  );
}

function Refresh() {
  const { t, pick } = useText();
  const action = useAction();
  const [silent, setSilent] = useState<readonly { readonly id: string; readonly name: { readonly fa: string; readonly en: string } }[]>([]);
  const refresh = () => action.run(async () => setSilent((await send('cases/refresh', {})).unreachable));
  return (
    <>
      <Button isPending={action.isRunning} onPress={refresh}>
        {t(action.isRunning ? 'cases.refreshing' : 'cases.refresh')}
      </Button>
      {silent.map(({ id, name }) => (
        <Notice key={id} tone="warn">
          {t('cases.refreshFailed', { agency: pick(name) })}
        </Notice>
      ))}
      <ErrorNotice code={action.error} />
    </>
  );
}
