import type { DocumentView } from '../../../core/consent/document-view.ts';
import { Button } from '../../../ui/components/button.tsx';
import { DatumValue } from '../../../ui/components/datum-value.tsx';
import { FactsList } from '../../../ui/components/facts-list.tsx';
import { List, ListRow } from '../../../ui/components/list.tsx';
import { ValueText } from '../../../ui/components/value-text.tsx';
import { useText } from '../../../ui/text/text-context.tsx';
import { goTo } from '../../../ui/use-section.ts';

/** Everything in a document, how its copies are used, and where it was shown. */
export function DocumentDetails({ document }: { readonly document: DocumentView }) {
  const { t, pick } = useText();
  const rows = document.claims.map(({ datum, label, value }) => ({
    key: datum ?? label.en,
    label: <ValueText>{pick(label)}</ValueText>,
    value: <DatumValue datum={datum} value={value} />,
  }));
  return (
    <div className="stack">
      <FactsList rows={rows} />
      {document.copies && <p className="soft small">{t(document.renewsItself ? 'documents.copiesWhat' : 'documents.copiesWhatByHand')}</p>}
      <Shown document={document} />
    </div>
  );
}

function Shown({ document: { shown } }: { readonly document: DocumentView }) {
  const { t, f, pick } = useText();
  return (
    <section className="stack-tight">
      <h3>{t('documents.shownTo')}</h3>
      {shown.length === 0 ? (
        <p className="soft small">{t('documents.shownNowhere')}</p>
      ) : (
        <>
          <List label={t('documents.shownTo')}>
            {shown.map(({ atMs, origin, agency }) => (
              <ListRow
                key={`${atMs} ${origin}`}
                title={agency ? pick(agency.name) : <ValueText dir="ltr">{origin}</ValueText>}
                detail={<time dateTime={new Date(atMs).toISOString()}>{f.time(atMs)}</time>}
              />
            ))}
          </List>
          <div className="row">
            <Button kind="quiet" onPress={() => goTo('history')}>
              {t('documents.seeHistory')}
            </Button>
          </div>
        </>
      )}
    </section>
  );
}
