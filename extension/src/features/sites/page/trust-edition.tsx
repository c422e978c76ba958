import type { TrustView } from '../../../core/consent/trust-view.ts';
import { send } from '../../../messaging/send.ts';
import { Button } from '../../../ui/components/button.tsx';
import { FactsList } from '../../../ui/components/facts-list.tsx';
import { ErrorNotice } from '../../../ui/components/notice.tsx';
import { ValueText } from '../../../ui/components/value-text.tsx';
import { useLoaded } from '../../../ui/refresh.tsx';
import { useText } from '../../../ui/text/text-context.tsx';
import { useAction } from '../../../ui/use-action.ts';
import { AgeNotice } from './trust-age.tsx';

type Listed = Extract<TrustView, { kind: 'listed' }>;

/** Which edition of the trust list is in use, how old it is and whence it came; and the button that looks for a newer one. */
export function TrustEdition() {
  const { t } = useText();
  const loaded = useLoaded(() => send('sites/edition', {}), []);
  const action = useAction();
  if (loaded.state === 'failed') return <ErrorNotice code={loaded.code} />;
  if (loaded.state === 'loading' || loaded.value.kind === 'none') return null;
  const look = () =>
    action.run(async () => {
      await send('sites/look-for-edition', {});
    });
  return (
    <section className="stack-tight" aria-label={t('settings.trustList')}>
      <h3>{t('settings.trustList')}</h3>
      <p className="soft small">{t('settings.trustListHelp')}</p>
      <EditionFacts edition={loaded.value} />
      <AgeNotice edition={loaded.value} />
      <ErrorNotice code={action.error ?? loaded.value.failure ?? undefined} />
      <div className="row">
        <Button isPending={action.isRunning} onPress={look}>
          {t('settings.lookForEdition')}
        </Button>
      </div>
    </section>
  );
}

function EditionFacts({ edition }: { readonly edition: Listed }) {
  const { t, f } = useText();
  const { serial, issuedAtMs, nextUpdateMs, lookedAtMs, source, location } = edition;
  return (
    <FactsList
      rows={[
        { key: 'edition', label: t('settings.edition'), value: t('settings.editionOf', { serial, atMs: issuedAtMs }) },
        {
          key: 'source',
          label: t('settings.editionSource'),
          value: t(source === 'build' ? 'settings.fromBuild' : 'settings.fromPublisher'),
        },
        { key: 'next', label: t('settings.nextEdition'), value: f.date(nextUpdateMs) },
        { key: 'looked', label: t('settings.lookedFor'), value: lookedAtMs === null ? t('settings.neverLooked') : f.time(lookedAtMs) },
        { key: 'location', label: t('settings.publishedAt'), value: <ValueText dir="ltr">{location}</ValueText> },
      ]}
    />
  );
}
