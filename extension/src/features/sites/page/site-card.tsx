import type { ReactNode } from 'react';
import type { SiteDescription } from '../../../core/consent/describe-site.ts';
import { Button } from '../../../ui/components/button.tsx';
import { AlertIcon, GlobeIcon, ShieldIcon } from '../../../ui/components/icons.tsx';
import { ErrorNotice } from '../../../ui/components/notice.tsx';
import { ValueText } from '../../../ui/components/value-text.tsx';
import { useText } from '../../../ui/text/text-context.tsx';
import { useAction } from '../../../ui/use-action.ts';
import { type RequestSite, switchSite } from './site-list.tsx';
import './site-card.css';

/** What the wallet knows of a tab's site, and its switch. */
export function SiteCard({ site, requestSite }: { readonly site: SiteDescription; readonly requestSite: RequestSite }) {
  return (
    <section className={`site site-${site.kind}`} role={site.kind === 'look-alike' ? 'alert' : undefined}>
      <SiteWords site={site} />
      {'isEnabled' in site && <SiteSwitch origin={site.origin} isEnabled={site.isEnabled} requestSite={requestSite} />}
    </section>
  );
}

function SiteWords({ site }: { readonly site: SiteDescription }) {
  const { t, pick } = useText();
  switch (site.kind) {
    case 'none':
      return <p className="soft">{t('popup.none')}</p>;
    case 'unseen':
      return <p className="soft">{t('popup.unseen')}</p>;
    case 'registered':
      return (
        <>
          <SiteHead icon={<ShieldIcon />} title={pick(site.agency.name)} origin={site.origin} />
          <p className="small">{t('popup.registeredText', { isEnabled: site.isEnabled })}</p>
        </>
      );
    case 'look-alike':
      return <LookAlike site={site} />;
    default:
      return (
        <>
          <SiteHead icon={<GlobeIcon />} title={t(site.kind === 'unknown' ? 'popup.unknown' : 'popup.insecure')} origin={site.origin} />
          <p className="small">{t(site.kind === 'unknown' ? 'popup.unknownText' : 'popup.insecureText')}</p>
        </>
      );
  }
}

function LookAlike({ site }: { readonly site: Extract<SiteDescription, { kind: 'look-alike' }> }) {
  const { t, pick } = useText();
  return (
    <>
      <SiteHead icon={<AlertIcon />} title={t('popup.lookAlike')} />
      <p className="small">{t('popup.lookAlikeText')}</p>
      <dl className="site-compare small">
        <dt>{t('popup.seen')}</dt>
        <dd>
          <ValueText dir="ltr">{site.origin}</ValueText>
        </dd>
        <dt>
          {t('popup.genuine')} · <bdi>{pick(site.agency.name)}</bdi>
        </dt>
        <dd>
          <ValueText dir="ltr">{site.genuine}</ValueText>
        </dd>
      </dl>
    </>
  );
}

function SiteHead({ icon, title, origin }: { readonly icon: ReactNode; readonly title: string; readonly origin?: string }) {
  return (
    <header className="site-head">
      {icon}
      <div className="site-names">
        <h2>
          <bdi>{title}</bdi>
        </h2>
        {origin && (
          <span className="small soft">
            <ValueText dir="ltr">{origin}</ValueText>
          </span>
        )}
      </div>
    </header>
  );
}

function SiteSwitch({
  origin,
  isEnabled,
  requestSite,
}: {
  readonly origin: string;
  readonly isEnabled: boolean;
  readonly requestSite: RequestSite;
}) {
  const { t } = useText();
  const action = useAction();
  return (
    <>
      <ErrorNotice code={action.error} />
      <Button
        kind={isEnabled ? 'quiet' : 'primary'}
        isPending={action.isRunning}
        onPress={() => action.run(() => switchSite(origin, !isEnabled, requestSite))}
      >
        {t(isEnabled ? 'popup.disable' : 'popup.enable')}
      </Button>
    </>
  );
}
