import { useState } from 'react';
import { type OfferedService, searchServices } from '../../../core/services/search-services.ts';
import { send } from '../../../messaging/send.ts';
import { EmptyState } from '../../../ui/components/empty-state.tsx';
import { Field } from '../../../ui/components/field.tsx';
import { ErrorNotice, Notice } from '../../../ui/components/notice.tsx';
import { useLoaded } from '../../../ui/refresh.tsx';
import { useText } from '../../../ui/text/text-context.tsx';
import { ServiceCard } from './service-card.tsx';

/** What every agency offers, with a search that forgives spelling. */
export function ServicesSection() {
  const { t, pick } = useText();
  const loaded = useLoaded(() => send('services/list', {}), []);
  return (
    <div className="stack">
      <header className="stack-tight">
        <h1>{t('services.title')}</h1>
        <p className="soft">{t('services.intro')}</p>
      </header>
      {loaded.state === 'failed' && <ErrorNotice code={loaded.code} />}
      {loaded.state === 'loading' && <p className="soft">{t('common.loading')}</p>}
      {loaded.state === 'ready' && (
        <>
          {loaded.value.unreachable.length > 0 && (
            <Notice tone="warn">
              {t('services.unreachable', { agencies: loaded.value.unreachable.map(({ name }) => pick(name)).join(t('common.comma')) })}
            </Notice>
          )}
          <Services services={loaded.value.services} held={loaded.value.held} />
        </>
      )}
    </div>
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
