import type { WriteOutcome } from '../../../core/autofill/page-port.ts';
import type { UndoResult } from '../../../core/autofill/plan/fill-view.ts';
import { send } from '../../../messaging/send.ts';
import { Button } from '../../../ui/components/button.tsx';
import { ErrorNotice, Notice } from '../../../ui/components/notice.tsx';
import { useText } from '../../../ui/text/text-context.tsx';
import { useAction } from '../../../ui/use-action.ts';

/** How the last click ended. */
export type Ended =
  | { readonly kind: 'form-changed' }
  | {
      readonly kind: 'filled';
      readonly results: readonly FieldResult[];
    }
  | ({ readonly kind: 'undone' } & UndoResult);

/** What became of one field, by the name that the page gives it. `note`: the page's words against what was written. */
export type FieldResult = {
  readonly id: string;
  readonly label: string;
  readonly outcome: WriteOutcome;
  readonly note: string | undefined;
};

/** Says what was filled and what did not settle, and takes it back when asked. */
export function FillEnd({
  ended,
  tabId,
  onUndone,
}: {
  readonly ended: Ended;
  readonly tabId: number;
  readonly onUndone: (answer: UndoResult) => void;
}) {
  const { t } = useText();
  const action = useAction();
  if (ended.kind === 'form-changed') {
    return (
      <Notice tone="bad" title={t('fill.changedTitle')}>
        {t('fill.changedHelp')}
      </Notice>
    );
  }
  if (ended.kind === 'undone') {
    return (
      <>
        <Notice tone="info">{t('fill.undone', { count: ended.restored })}</Notice>
        {ended.left.length > 0 && <Notice tone="warn">{t('fill.undoneLeft', { count: ended.left.length })}</Notice>}
        {ended.gone > 0 && <Notice tone="warn">{t('fill.undoneGone', { count: ended.gone })}</Notice>}
      </>
    );
  }
  const written = ended.results.filter(({ outcome }) => outcome === 'written');
  const problems = ended.results.flatMap(({ outcome, ...result }) => (outcome === 'written' ? [] : [{ ...result, outcome }]));
  const undo = () => action.run(async () => onUndone(await send('fill/undo', { tabId })));
  return (
    <>
      <Notice
        tone="good"
        title={t('fill.filled', { count: written.length })}
        actions={
          <Button isPending={action.isRunning} onPress={undo}>
            {t('fill.undo')}
          </Button>
        }
      >
        {t('fill.filledHelp')}
      </Notice>
      <ErrorNotice code={action.error} />
      {problems.length > 0 && (
        <Notice tone="warn" title={t('fill.problems')}>
          <ul className="fill-problems">
            {problems.map(({ id, label, outcome, note }) => (
              <li key={id}>
                <strong>
                  <bdi>{label || t('fill.unnamed')}</bdi>:
                </strong>{' '}
                {t(`fill.outcome-${outcome}`)} {note && <q>{note}</q>}
              </li>
            ))}
          </ul>
        </Notice>
      )}
    </>
  );
}
