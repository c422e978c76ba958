import type { BatchResult, LeftOut, WaitingView } from '../../../core/consent/batch-view.ts';
import { Button } from '../../../ui/components/button.tsx';
import { Card } from '../../../ui/components/card.tsx';
import { Chip } from '../../../ui/components/chip.tsx';
import { DecisionFrame } from '../../../ui/components/decision-frame.tsx';
import { List, ListRow } from '../../../ui/components/list.tsx';
import { useText } from '../../../ui/text/text-context.tsx';

type Props = { readonly results: readonly BatchResult[]; readonly leftOut: readonly LeftOut[]; readonly forms: readonly WaitingView[] };

const tones = { received: 'good', awaiting: 'good', kept: 'warn', refused: 'bad' } as const;

/** What came of each form: received, signed and kept, refused by its agency, or not signed. */
export function BatchResults({ results, leftOut, forms }: Props) {
  const { t, pick, error } = useText();
  const received = results.filter(({ outcome }) => outcome.kind === 'received').length;
  const see = () => {
    window.open('/wallet.html#/cases', '_blank');
    window.close();
  };
  return (
    <DecisionFrame
      title={t('batch.doneTitle', { received, count: results.length + leftOut.length })}
      actions={
        <>
          <Button wide onPress={see}>
            {t('sign.seeCases')}
          </Button>
          <Button autoFocus onPress={() => window.close()}>
            {t('common.close')}
          </Button>
        </>
      }
    >
      <Card>
        <List label={t('batch.results')}>
          {results.map(({ agency, title, outcome }) => (
            <ListRow key={outcome.caseId} title={pick(title)} detail={<ResultDetail agency={pick(agency.name)} outcome={outcome} />}>
              <Chip tone={tones[outcome.kind]}>{t(`batch.${outcome.kind}`)}</Chip>
            </ListRow>
          ))}
          {leftOut.map(({ id, code }) => {
            const form = forms.find((each) => each.id === id);
            return (
              <ListRow key={id} title={form && pick(form.title)} detail={`${form ? pick(form.agency.name) : ''} · ${error(code)}`}>
                <Chip tone="warn">{t('batch.unsigned')}</Chip>
              </ListRow>
            );
          })}
        </List>
      </Card>
      {leftOut.length > 0 && <p className="soft small">{t('batch.unsignedHelp')}</p>}
    </DecisionFrame>
  );
}

function ResultDetail({ agency, outcome }: { readonly agency: string; readonly outcome: BatchResult['outcome'] }) {
  const { t, error } = useText();
  if (outcome.kind === 'received') {
    return (
      <>
        {agency} · {t('cases.caseNumber', { number: outcome.caseNumber })}
        {/* A withdrawal is done as it comes: no answer is due. */}
        {outcome.dueAtMs > Date.now() && ` · ${t('cases.dueAt', { atMs: outcome.dueAtMs })}`}
      </>
    );
  }
  if (outcome.kind === 'awaiting') return <>{agency}</>;
  return (
    <>
      {agency} · {error(outcome.code)} {outcome.kind === 'kept' && t('batch.keptHelp')}
    </>
  );
}
