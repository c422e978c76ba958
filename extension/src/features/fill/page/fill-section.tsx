import { type ReactNode, useState } from 'react';
import type { FillView, FrameView } from '../../../core/autofill/plan/fill-view.ts';
import type { SiteDescription } from '../../../core/consent/describe-site.ts';
import { send } from '../../../messaging/send.ts';
import { Button } from '../../../ui/components/button.tsx';
import { EmptyState } from '../../../ui/components/empty-state.tsx';
import { ErrorNotice, Notice } from '../../../ui/components/notice.tsx';
import { useLoaded } from '../../../ui/refresh.tsx';
import { useText } from '../../../ui/text/text-context.tsx';
import { type Ended, FillEnd } from './fill-end.tsx';
import { FillForm } from './fill-form.tsx';
import { SiteLine } from './site-line.tsx';
import './fill-section.css';

export type FillSectionProps = {
  readonly tabId: number;
  readonly showSite: (site: SiteDescription) => ReactNode;
  readonly onOpenWallet: (section?: string) => void;
  /** What else can be done with this page's form. */
  readonly beside?: ReactNode;
};

/** This tab's form: what will be written, one click that writes it, and what became of it. */
export function FillSection(props: FillSectionProps) {
  const { tabId } = props;
  const loaded = useLoaded(() => send('fill/look', { tabId }), [tabId]);
  if (loaded.state === 'loading') return null;
  if (loaded.state === 'failed') return <ErrorNotice code={loaded.code} />;
  return <FillPage {...props} view={loaded.value} reload={loaded.reload} />;
}

type PageProps = FillSectionProps & { readonly view: FillView; readonly reload: () => void };

function FillPage({ view, reload, ...props }: PageProps) {
  const { t } = useText();
  const [ended, setEnded] = useState<Ended>();
  const again = <Button onPress={reload}>{t('fill.lookAgain')}</Button>;
  const end = (how: Ended) => {
    setEnded(how);
    reload();
  };
  if (view.kind === 'closed') return props.showSite(view.site);
  if (view.kind === 'unreadable') {
    return (
      <EmptyState title={t('fill.unreadableTitle')} action={again}>
        {t('fill.unreadableHelp')}
      </EmptyState>
    );
  }
  return (
    <>
      {view.site.isEnabled ? <SiteLine site={view.site} /> : props.showSite(view.site)}
      {ended && <FillEnd ended={ended} tabId={props.tabId} onUndone={(count) => end({ kind: 'undone', count })} />}
      <OpenPage {...props} view={view} again={again} onEnd={end} hasEnded={ended !== undefined} />
    </>
  );
}

type OpenProps = FillSectionProps & {
  readonly view: Extract<FillView, { kind: 'open' }>;
  readonly again: ReactNode;
  readonly hasEnded: boolean;
  readonly onEnd: (ended: Ended) => void;
};

function OpenPage({ view, again, tabId, onEnd, onOpenWallet, beside, hasEnded }: OpenProps) {
  const { t } = useText();
  const { site, frames, refused, hasData } = view;
  if (frames.every(({ plan }) => plan.lines.length + plan.skipped.length === 0)) {
    return (
      <EmptyState title={t('fill.noFormTitle')} action={again}>
        {t('fill.noFormHelp')}
      </EmptyState>
    );
  }
  if (!hasData) {
    return (
      <EmptyState
        title={t('fill.noDataTitle')}
        action={
          <Button kind="primary" onPress={() => onOpenWallet('documents')}>
            {t('fill.openWallet')}
          </Button>
        }
      >
        {t('fill.noDataHelp')}
      </EmptyState>
    );
  }
  return (
    <>
      {site.kind === 'unknown' && <Notice tone="warn">{t('fill.unknownSite')}</Notice>}
      {refused.map((frame, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: frames have no name, and the list is made anew as a whole
        <Notice key={place}>
          {frame.why === 'unsupported' ? t('fill.frameUnsupported') : t('fill.frameForeign', { inner: frame.origin, outer: site.origin })}
        </Notice>
      ))}
      <FillForm key={describePlans(frames)} tabId={tabId} frames={frames} onEnd={onEnd} onOpenWallet={onOpenWallet} hasEnded={hasEnded} />
      {beside}
    </>
  );
}

/** Another form, or other controls in use, and what was ticked is another question. */
function describePlans(frames: readonly FrameView[]): string {
  return frames.map(({ plan }) => `${plan.mark} ${plan.lines.map((line) => (line.isTaken ? 1 : 0)).join('')}`).join();
}
