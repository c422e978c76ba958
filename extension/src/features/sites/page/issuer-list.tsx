import { findDocumentTypeId, getDocumentType } from '@daricheh/shared/vocabulary';
import type { SiteDescription } from '../../../core/consent/describe-site.ts';
import { rankType } from '../../../core/consent/rank-type.ts';
import { send } from '../../../messaging/send.ts';
import { Button } from '../../../ui/components/button.tsx';
import { ArrowIcon, DocumentIcon } from '../../../ui/components/icons.tsx';
import { List, ListRow } from '../../../ui/components/list.tsx';
import { ErrorNotice } from '../../../ui/components/notice.tsx';
import { useLoaded } from '../../../ui/refresh.tsx';
import { nameDocument } from '../../../ui/text/name-document.ts';
import { useText } from '../../../ui/text/text-context.tsx';
import { useAction } from '../../../ui/use-action.ts';
import { type RequestSite, switchSite } from './site-list.tsx';

export type IssuerListProps = {
  readonly requestSite: RequestSite;
  readonly openSite: (origin: string) => Promise<void>;
  /** Whether the document that comes before all others is the one thing to do here. */
  readonly stresses: 'first' | 'none';
  /** Only that document. */
  readonly isFirstOnly?: boolean;
};

type Registered = Extract<SiteDescription, { kind: 'registered' }>;
type Issued = { readonly vct: string; readonly site: Registered };

/** Each type of document with who issues it. Going to a site switches it on: its offer could not be caught otherwise. */
export function IssuerList({ requestSite, openSite, stresses, isFirstOnly = false }: IssuerListProps) {
  const text = useText();
  const { t, pick } = text;
  const sites = useLoaded(() => send('sites/list', {}), []);
  const action = useAction();
  if (sites.state !== 'ready') return sites.state === 'failed' ? <ErrorNotice code={sites.code} /> : null;
  const issued = listIssued(sites.value.filter((site) => site.kind === 'registered'));
  if (issued.length === 0) return <p className="soft">{t('settings.noSites')}</p>;
  const go = (origin: string) =>
    action.run(async () => {
      await switchSite(origin, true, requestSite);
      await openSite(origin);
    });
  return (
    <>
      <List>
        {issued.slice(0, isFirstOnly ? 1 : undefined).map(({ vct, site: { origin, agency } }, index) => (
          <ListRow key={`${vct} ${origin}`} icon={<DocumentIcon />} title={nameDocument(vct, text)} detail={<bdi>{pick(agency.name)}</bdi>}>
            <Button
              kind={stresses === 'first' && index === 0 ? 'primary' : 'plain'}
              iconAfter={<ArrowIcon />}
              aria-label={t('onboarding.goToIssuerOf', { document: nameDocument(vct, text), agency: pick(agency.name) })}
              isPending={action.isRunning}
              onPress={() => go(origin)}
            >
              {t('onboarding.goToIssuer')}
            </Button>
          </ListRow>
        ))}
      </List>
      <ErrorNotice code={action.error} />
    </>
  );
}

/** The document that comes before all others first. Forms of one type count once. */
function listIssued(sites: readonly Registered[]): readonly Issued[] {
  const all = sites.flatMap((site) => [...new Set(site.issues.map(nameForm))].map((vct) => ({ vct, site })));
  return all.sort((a, b) => rankType(a.vct) - rankType(b.vct));
}

/** Of a type in several forms the one that all wallets take. */
function nameForm(vct: string): string {
  const type = findDocumentTypeId(vct);
  return type ? getDocumentType(type).vct : vct;
}
