import { send } from '../../../messaging/send.ts';
import { Button } from '../../../ui/components/button.tsx';
import { ArrowIcon, DocumentIcon } from '../../../ui/components/icons.tsx';
import { List, ListRow } from '../../../ui/components/list.tsx';
import { ErrorNotice } from '../../../ui/components/notice.tsx';
import { useLoaded } from '../../../ui/refresh.tsx';
import { useText } from '../../../ui/text/text-context.tsx';
import { useAction } from '../../../ui/use-action.ts';
import { type RequestSite, switchSite } from './site-list.tsx';

export type IssuerListProps = { readonly requestSite: RequestSite; readonly openSite: (origin: string) => Promise<void> };

/** Those who issue documents. Going to one switches its site on: its offer could not be caught otherwise. */
export function IssuerList({ requestSite, openSite }: IssuerListProps) {
  const { t, pick } = useText();
  const sites = useLoaded(() => send('sites/list', {}), []);
  const action = useAction();
  if (sites.state !== 'ready') return sites.state === 'failed' ? <ErrorNotice code={sites.code} /> : null;
  const issuers = sites.value.filter((site) => site.kind === 'registered').filter((site) => site.issues);
  if (issuers.length === 0) return <p className="soft">{t('settings.noSites')}</p>;
  const go = (origin: string) =>
    action.run(async () => {
      await switchSite(origin, true, requestSite);
      await openSite(origin);
    });
  return (
    <List>
      {issuers.map(({ origin, agency }) => (
        <ListRow key={origin} icon={<DocumentIcon />} title={<bdi>{pick(agency.name)}</bdi>} detail={t('onboarding.receiveFrom')}>
          <Button kind="primary" iconAfter={<ArrowIcon />} isPending={action.isRunning} onPress={() => go(origin)}>
            {t('onboarding.goToIssuer')}
          </Button>
        </ListRow>
      ))}
      <ErrorNotice code={action.error} />
    </List>
  );
}
