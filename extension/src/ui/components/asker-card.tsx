import { useText } from '../text/text-context.tsx';
import { Chip } from './chip.tsx';
import { AlertIcon, ShieldIcon } from './icons.tsx';
import { ValueText } from './value-text.tsx';
import './asker-card.css';

type LocalizedName = { readonly id: string; readonly name: { readonly fa: string; readonly en: string } };

/** Whoever asks, by the trust list and the browser's word. */
export type ShownAsker = {
  readonly origin: string;
  readonly standing:
    | { readonly kind: 'registered'; readonly agency: LocalizedName }
    | { readonly kind: 'look-alike'; readonly agency: LocalizedName; readonly genuine: string }
    | { readonly kind: 'unknown' };
};

/** Who asks: the agency's name where the trust list knows the address, the address always, and a warning where it only looks like one. */
export function AskerCard({ asker }: { readonly asker: ShownAsker }) {
  const { t, pick } = useText();
  const { origin, standing } = asker;
  return (
    <section className={`asker asker-${standing.kind}`} aria-label={t('consent.asker')}>
      <span className="asker-icon">{standing.kind === 'registered' ? <ShieldIcon /> : <AlertIcon />}</span>
      <div className="asker-text">
        <span className="row">
          {standing.kind === 'registered' && <strong>{pick(standing.agency.name)}</strong>}
          <Chip tone={standing.kind === 'registered' ? 'good' : 'bad'}>
            {t(standing.kind === 'registered' ? 'consent.registered' : 'consent.unknown')}
          </Chip>
        </span>
        <span className="asker-origin">
          <ValueText dir="ltr">{origin}</ValueText>
        </span>
        <span className="small">{t(helpOf[standing.kind])}</span>
        {standing.kind === 'look-alike' && (
          <span className="small">
            {t('consent.officialAddress')}: <ValueText dir="ltr">{standing.genuine}</ValueText>
          </span>
        )}
      </div>
    </section>
  );
}

const helpOf = { registered: 'consent.registeredHelp', 'look-alike': 'consent.lookAlikeHelp', unknown: 'consent.unknownHelp' } as const;
