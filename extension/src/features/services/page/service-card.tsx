import { getField, isFieldId } from '@daricheh/shared/vocabulary';
import type { OfferedService } from '../../../core/services/search-services.ts';
import { ArrowIcon } from '../../../ui/components/icons.tsx';
import { ValueText } from '../../../ui/components/value-text.tsx';
import { useText } from '../../../ui/text/text-context.tsx';
import './service-card.css';

/** One service: what it is, what it costs and how long it takes, what it asks, and how much of that the wallet holds. */
export function ServiceCard({ offered, held }: { readonly offered: OfferedService; readonly held: readonly string[] }) {
  const { t, pick } = useText();
  const { service, agency } = offered;
  const needs = service.needs.filter(isFieldId);
  const inWallet = needs.filter((id) => held.includes(id));
  return (
    <article className="service" aria-label={pick(service.name)}>
      <div className="spread">
        <div>
          <h2>
            <ValueText>{pick(service.name)}</ValueText>
          </h2>
          <p className="soft small">{pick(agency.name)}</p>
        </div>
        <a className="service-begin" href={service.url} target="_blank" rel="noopener noreferrer">
          {t('services.begin')}
          <ArrowIcon />
        </a>
      </div>
      <p>
        <ValueText>{pick(service.description)}</ValueText>
      </p>
      <p className="service-facts soft small">
        <span>
          {t('services.cost')}: <ValueText>{pick(service.cost)}</ValueText>
        </span>
        <span>
          {t('services.time')}: {t('services.days', { count: service.days })}
        </span>
      </p>
      {needs.length > 0 && (
        <details className="small">
          <summary>
            {t('services.needs')} · {t('services.inWallet', { count: inWallet.length, total: needs.length })}
          </summary>
          <ul className="service-needs">
            {needs.map((id) => (
              <li key={id} className={inWallet.includes(id) ? 'service-held' : undefined}>
                {pick(getField(id))}
              </li>
            ))}
          </ul>
        </details>
      )}
    </article>
  );
}
