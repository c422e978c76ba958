import type { ShownDocument, ShownPart } from '../../../core/consent/prompt-view.ts';
import { Checkbox } from '../../../ui/components/checkbox.tsx';
import { DatumValue } from '../../../ui/components/datum-value.tsx';
import { RadioList } from '../../../ui/components/radio-list.tsx';
import { nameDocument } from '../../../ui/text/name-document.ts';
import { useText } from '../../../ui/text/text-context.tsx';
import type { Selection } from './selection.ts';

/** Which of several documents that fit; as many as the citizen likes where the asker takes several. Nothing where only one fits. */
export function DocumentChoice({
  part: { credentials, isMultiple },
  selection,
}: {
  readonly part: ShownPart;
  readonly selection: Selection;
}) {
  const { t } = useText();
  const keys = credentials.map(({ key }) => key);
  if (credentials.length < 2) return null;
  return (
    <section className="claims">
      {isMultiple ? (
        <fieldset className="document-choice">
          <legend className="field-label">{t('present.chooseDocuments')}</legend>
          {credentials.map((document) => (
            <Checkbox key={document.key} isSelected={selection.has(document.key)} onChange={(isOn) => selection.set(document.key, isOn)}>
              <DocumentName document={document} />
            </Checkbox>
          ))}
        </fieldset>
      ) : (
        <RadioList
          label={t('present.chooseDocument')}
          value={keys.find(selection.has) ?? null}
          options={credentials.map((document) => ({ value: document.key, content: <DocumentName document={document} /> }))}
          onChange={(key) => selection.choose(key, keys)}
        />
      )}
    </section>
  );
}

/** What tells a document from the others: its type and what titles it, its holder, who issued it, until when it is valid. */
function DocumentName({ document: { vct, holder, title, issuer, expiresAtMs } }: { readonly document: ShownDocument }) {
  const text = useText();
  const { t, pick } = text;
  const [first] = title;
  return (
    <>
      <span>
        {nameDocument(vct, text)}
        {first && (
          <>
            {t('common.comma')}
            <DatumValue datum={first.datum} value={first.value} />
          </>
        )}
      </span>
      <span className="soft small">
        {holder && (
          <>
            <bdi>{pick(holder)}</bdi>
            {' · '}
          </>
        )}
        <bdi>{t('documents.issuedBy', { issuer: pick(issuer) })}</bdi>
        {' · '}
        {expiresAtMs === null ? t('documents.noExpiry') : t('documents.validUntil', { atMs: expiresAtMs })}
      </span>
    </>
  );
}
