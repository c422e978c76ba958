import type { CSSProperties } from 'react';
import type { DocumentView } from '../../../core/consent/document-view.ts';
import { DatumValue, writeDatum } from '../../../ui/components/datum-value.tsx';
import { showControls, ValueText } from '../../../ui/components/value-text.tsx';
import { nameRelation } from '../../../ui/text/name-acts-for.ts';
import { useText } from '../../../ui/text/text-context.tsx';
import { nameView } from './name-view.ts';

/** The face of a card, in its issuer's colours: what it is, whose, and what tells it from others of its kind. */
export function DocumentFace({ document }: { readonly document: DocumentView }) {
  const text = useText();
  const { t, pick } = text;
  const { look, portrait, name, issuer, title, actsFor } = document;
  const kind = nameView(document, text);
  const [first, ...others] = title;
  const colors = { '--face': look.background, '--on-face': look.text } as CSSProperties;
  return (
    <div className="document-face" style={colors}>
      {portrait && <img className="document-portrait" src={portrait} alt={t('documents.portrait', { name: name ? pick(name) : kind })} />}
      <div className="document-text">
        <h2>{kind}</h2>
        {actsFor && <ActsFor actsFor={actsFor} />}
        {name && !actsFor && (
          <p className="document-name">
            <ValueText>{pick(name)}</ValueText>
          </p>
        )}
        {first && !actsFor && (
          <p className={name ? 'document-line' : 'document-name'}>
            <DatumValue datum={first.datum} value={first.value} />
          </p>
        )}
        {others.length > 0 && !actsFor && (
          <p className="document-line">
            {others.map(({ datum, label, value }, index) => (
              <span key={datum ?? label.en}>
                {index > 0 && ' · '}
                <DatumValue datum={datum} value={value} />
              </span>
            ))}
          </p>
        )}
        <p className="document-issuer">{t('documents.issuedBy', { issuer: pick(issuer.name) })}</p>
      </div>
    </div>
  );
}

/** Of a mandate: for whom, in large letters; as what, and until when. Whose it is, everything else in the wallet says. */
function ActsFor({ actsFor: { name, relation, lastDay } }: { readonly actsFor: NonNullable<DocumentView['actsFor']> }) {
  const text = useText();
  const until = writeDatum('mandate-until', lastDay, text.language);
  return (
    <>
      <p className="document-name">{text.t('documents.actsFor', { name: showControls(text.pick(name)) })}</p>
      <p className="document-line">{text.t('documents.actsAs', { relation: nameRelation(relation, text), until })}</p>
    </>
  );
}
