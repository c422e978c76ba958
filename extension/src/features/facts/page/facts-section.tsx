import { getField, isFieldId } from '@daricheh/shared/vocabulary';
import { type ReactNode, useState } from 'react';
import { send } from '../../../messaging/send.ts';
import { Button } from '../../../ui/components/button.tsx';
import { Card } from '../../../ui/components/card.tsx';
import { Chip } from '../../../ui/components/chip.tsx';
import { DatumValue } from '../../../ui/components/datum-value.tsx';
import { EmptyState } from '../../../ui/components/empty-state.tsx';
import { List, ListRow } from '../../../ui/components/list.tsx';
import { ErrorNotice, Notice } from '../../../ui/components/notice.tsx';
import { useLoaded } from '../../../ui/refresh.tsx';
import { useText } from '../../../ui/text/text-context.tsx';
import { FactDialog } from './fact-dialog.tsx';
import type { ListedFact } from './listed-fact.ts';

/** What the citizen states without a document. `after`: what they state of others. */
export function FactsSection({ after }: { readonly after: ReactNode }) {
  const { t } = useText();
  const loaded = useLoaded(() => send('facts/list', {}), []);
  const [editing, setEditing] = useState<{ readonly fact: ListedFact | null }>();
  const facts = loaded.state === 'ready' ? loaded.value : [];
  const add = (
    <Button kind="primary" onPress={() => setEditing({ fact: null })}>
      {t('facts.add')}
    </Button>
  );
  return (
    <div className="stack">
      <header className="stack-tight">
        <div className="spread">
          <h1>{t('facts.title')}</h1>
          {facts.length > 0 && add}
        </div>
        <p className="soft">{t('facts.intro')}</p>
      </header>
      {loaded.state === 'failed' && <ErrorNotice code={loaded.code} />}
      {loaded.state === 'ready' && <Facts facts={facts} add={add} onEdit={(fact) => setEditing({ fact })} />}
      {editing && <FactDialog fact={editing.fact} taken={facts.map(({ datum }) => datum)} onClose={() => setEditing(undefined)} />}
      {after}
    </div>
  );
}

function Facts({
  facts,
  add,
  onEdit,
}: {
  readonly facts: readonly ListedFact[];
  readonly add: ReactNode;
  readonly onEdit: (fact: ListedFact) => void;
}) {
  const { t, pick } = useText();
  const [removed, setRemoved] = useState<ListedFact>();
  const nameOf = (datum: string) => (isFieldId(datum) ? pick(getField(datum)) : datum);
  async function remove(fact: ListedFact): Promise<void> {
    await send('facts/remove', { datum: fact.datum });
    setRemoved(fact);
  }
  async function putBack(fact: ListedFact): Promise<void> {
    await send('facts/declare', { datum: fact.datum, text: fact.value });
    setRemoved(undefined);
  }
  return (
    <>
      {removed && (
        <Notice tone="good" actions={<Button onPress={() => void putBack(removed)}>{t('facts.undo')}</Button>}>
          {t('facts.removed', { label: nameOf(removed.datum) })}
        </Notice>
      )}
      {facts.length === 0 && (
        <EmptyState title={t('facts.emptyTitle')} action={add}>
          {t('facts.emptyHelp')}
        </EmptyState>
      )}
      {facts.length > 0 && (
        <Card>
          <List label={t('facts.title')}>
            {facts.map((fact) => (
              <ListRow key={fact.datum} title={nameOf(fact.datum)} detail={<FactDetail fact={fact} />}>
                <Button kind="quiet" onPress={() => onEdit(fact)} aria-label={`${t('facts.edit')}: ${nameOf(fact.datum)}`}>
                  {t('facts.edit')}
                </Button>
                <Button kind="quiet" onPress={() => void remove(fact)} aria-label={`${t('facts.remove')}: ${nameOf(fact.datum)}`}>
                  {t('facts.remove')}
                </Button>
              </ListRow>
            ))}
          </List>
        </Card>
      )}
    </>
  );
}

function FactDetail({ fact }: { readonly fact: ListedFact }) {
  const { t } = useText();
  return (
    <span className="stack-tight">
      <DatumValue datum={fact.datum} value={fact.value} />
      <span className="row">
        <Chip tone="tile">{t('facts.declared')}</Chip>
        <span>{t('facts.declaredAt', { atMs: fact.declaredAtMs })}</span>
      </span>
      {fact.isIssuedToo && <span>{t('facts.alsoIssued')}</span>}
    </span>
  );
}
