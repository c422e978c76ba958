import type { TrustView } from '../../../core/consent/trust-view.ts';
import { send } from '../../../messaging/send.ts';
import { ErrorNotice, Notice } from '../../../ui/components/notice.tsx';
import { useLoaded } from '../../../ui/refresh.tsx';
import { useText } from '../../../ui/text/text-context.tsx';

type Listed = Extract<TrustView, { kind: 'listed' }>;

/** As `AgeNotice`, of the list that is in use. */
export function TrustAge() {
  const loaded = useLoaded(() => send('sites/edition', {}), []);
  return loaded.state === 'ready' && loaded.value.kind === 'listed' ? <AgeNotice edition={loaded.value} /> : null;
}

/** Says that the list is late, and until when it serves; or that it no longer does. */
export function AgeNotice({ edition: { freshness, usableUntilMs } }: { readonly edition: Listed }) {
  const { t } = useText();
  if (freshness === 'current') return null;
  if (freshness === 'overdue') return <Notice tone="warn">{t('settings.editionOverdue', { atMs: usableUntilMs })}</Notice>;
  return <ErrorNotice code="trust_list_expired" />;
}
