import { decodeBase64Url } from '@daricheh/shared/encoding';
import { Card } from '../../../ui/components/card.tsx';
import { ValueText } from '../../../ui/components/value-text.tsx';
import { useLoaded } from '../../../ui/refresh.tsx';
import { useText } from '../../../ui/text/text-context.tsx';
import './about.css';

/** Which edition this is, and whom it trusts in the end. */
export function About({ version, roots }: { readonly version: string; readonly roots: readonly string[] }) {
  const { t } = useText();
  const fingerprints = useLoaded(() => Promise.all(roots.map(computeFingerprint)), []);
  return (
    <Card title={t('settings.about')}>
      <dl className="about">
        <dt>{t('settings.version')}</dt>
        <dd>
          <bdi dir="ltr">{version}</bdi>
        </dd>
        <dt>{t('settings.fingerprint')}</dt>
        {roots.length === 0 && <dd>{t('settings.noRoot')}</dd>}
        {fingerprints.state === 'ready' &&
          fingerprints.value.map((fingerprint) => (
            <dd key={fingerprint} className="about-fingerprint">
              <ValueText dir="ltr">{fingerprint}</ValueText>
            </dd>
          ))}
      </dl>
      {roots.length > 0 && <p className="soft small">{t('settings.fingerprintHelp')}</p>}
    </Card>
  );
}

/** SHA-256 of a certificate in groups of four, as people compare them. */
async function computeFingerprint(der: string): Promise<string> {
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', decodeBase64Url(der)));
  const digits = [...hash].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return (digits.match(/.{4}/g) ?? []).join(' ').toUpperCase();
}
