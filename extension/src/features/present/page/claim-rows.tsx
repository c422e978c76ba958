import type { ShownClaim } from '../../../core/consent/prompt-view.ts';
import { Chip } from '../../../ui/components/chip.tsx';
import { DatumValue } from '../../../ui/components/datum-value.tsx';
import { Toggle } from '../../../ui/components/toggle.tsx';
import { nameDocument } from '../../../ui/text/name-document.ts';
import { useText } from '../../../ui/text/text-context.tsx';
import './claim-rows.css';
import type { Selection } from './selection.ts';

type Props = {
  readonly vct: string;
  readonly claims: readonly ShownClaim[];
  readonly selection: Selection;
};

/** The claims that are asked of one document, each with its value; what is not needed, or beyond the asker's registration, has a switch. */
export function ClaimRows({ vct, claims, selection }: Props) {
  const text = useText();
  const { t } = text;
  return (
    <div className="claims">
      <h2>{t('present.from', { document: nameDocument(vct, text) })}</h2>
      {claims.length === 0 && <p className="soft">{t('present.nothingAsked')}</p>}
      <ul>
        {claims.map((claim) => (
          <li key={claim.key} className={claim.isRegistered ? 'claim' : 'claim claim-beyond'}>
            {claim.isRequired && claim.isRegistered ? (
              <div className="claim-fixed">
                <ClaimText claim={claim} />
                <Chip>{t('present.required')}</Chip>
              </div>
            ) : (
              <Toggle isSelected={selection.has(claim.key)} onChange={(isOn) => selection.set(claim.key, isOn)}>
                <ClaimText claim={claim} />
              </Toggle>
            )}
            {!claim.isRegistered && <p className="claim-warning">{t('present.beyond')}</p>}
          </li>
        ))}
      </ul>
    </div>
  );
}

function ClaimText({ claim }: { readonly claim: ShownClaim }) {
  const { t, pick } = useText();
  const isPicture = claim.datum === 'photo' && typeof claim.value === 'string' && claim.value.startsWith('data:image/');
  return (
    <span className="claim-text">
      <span className="soft small">{pick(claim.label)}</span>
      <span className="claim-value">
        {isPicture ? (
          <img className="claim-picture" src={String(claim.value)} alt={t('present.picture')} />
        ) : (
          <DatumValue datum={claim.datum} value={claim.value} />
        )}
      </span>
    </span>
  );
}
