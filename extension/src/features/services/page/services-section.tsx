import { useState } from 'react';
import { type OfferedService, searchServices } from '../../../core/services/search-services.ts';
import { send } from '../../../messaging/send.ts';
import { EmptyState } from '../../../ui/components/empty-state.tsx';
import { Field } from '../../../ui/components/field.tsx';
import { ErrorNotice, Notice } from '../../../ui/components/notice.tsx';
import { useLoadedOnce } from '../../../ui/refresh.tsx';
import { useText } from '../../../ui/text/text-context.tsx';
import { ServiceCard } from './service-card.tsx';

/** What every agency offers, with a search that forgives spelling. */
export function ServicesSection() {
  const { t } = useText();
  return (
    <div className="stack">
      <header className="stack-tight">
        <h1>{t('services.title')}</h1>
        <p className="soft">{t('services.intro')}</p>
      </header>
      <LoadedServices />
    </div>
  );
}

/** The services as the agencies tell them now, and which agencies do not answer. */
export function LoadedServices() {
  const { t, pick } = useText();
  const loaded = useLoadedOnce(() => send('services/list', {}));
  if (loaded.state === 'failed') return <ErrorNotice code={loaded.code} />;
  if (loaded.state === 'loading') return <p className="soft">{t('common.loading')}</p>;
  const { services, unreachable, held } = loaded.value;
  return (
    <>
      {unreachable.length > 0 && (
        <Notice tone="warn">
          {t('services.unreachable', { agencies: unreachable.map(({ name }) => pick(name)).join(t('common.comma')) })}
        </Notice>
      )}
      <Services services={services} held={held} />
    </>
  );
}

function Services({ services, held }: { readonly services: readonly OfferedService[]; readonly held: readonly string[] }) {
  const { t } = useText();
  const [words, setWords] = useState('');
  const found = searchServices(services, words);
  if (services.length === 0) return <EmptyState title={t('services.emptyTitle')}>{t('services.emptyHelp')}</EmptyState>;
  return (
    <>
      <search>
        <Field type="search" label={t('services.search')} help={t('services.searchHelp')} value={words} onChange={setWords} />
      </search>
      <p className="soft small" role="status">
        {found.length === 0 ? t('services.none') : t('services.found', { count: found.length })}
      </p>
      {found.map((offered) => (
        <ServiceCard key={offered.service['@id']} offered={offered} held={held} />
      ))}
    </>
  );
}
