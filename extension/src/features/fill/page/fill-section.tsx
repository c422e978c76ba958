import { type ReactNode, useState } from 'react';
import type { AllowedFrame, FillView, FrameView, PickedRelative } from '../../../core/autofill/plan/fill-view.ts';
import type { SiteDescription } from '../../../core/consent/describe-site.ts';
import { send } from '../../../messaging/send.ts';
import { Button } from '../../../ui/components/button.tsx';
import { EmptyState } from '../../../ui/components/empty-state.tsx';
import { ErrorNotice, Notice } from '../../../ui/components/notice.tsx';
import { useLoaded } from '../../../ui/refresh.tsx';
import { useText } from '../../../ui/text/text-context.tsx';
import { CorrectionWord } from './correction-word.tsx';
import { type Ended, FillEnd } from './fill-end.tsx';
import { FillForm } from './fill-form.tsx';
import { FrameNotices } from './frame-notices.tsx';
import { nameLine, nameRows } from './name-rows.ts';
import { type PickRelative, RelativeChoices } from './relative-choices.tsx';
import { SiteLine } from './site-line.tsx';
import { useLaterFields } from './use-later-fields.ts';
import './fill-section.css';

export type FillSectionProps = {
  readonly tabId: number;
  readonly showSite: (site: SiteDescription) => ReactNode;
  readonly onOpenWallet: (section?: string) => void;
  /** What else can be done with this page's form. */
  readonly beside?: ReactNode;
  /** The page asks for something else too: that it has no boxes to write into needs no word. */
  readonly asksForMore?: boolean;
};

/** This tab's form: what will be written, one click that writes it, and what became of it. */
export function FillSection(props: FillSectionProps) {
  const { tabId } = props;
  const [allowed, setAllowed] = useState<readonly AllowedFrame[]>([]);
  const [picked, setPicked] = useState<readonly PickedRelative[]>([]);
  const loaded = useLoaded(() => send('fill/look', { tabId, allowed: [...allowed], picked: [...picked] }), [tabId, allowed, picked]);
  if (loaded.state === 'loading') return null;
  if (loaded.state === 'failed') return <ErrorNotice code={loaded.code} />;
  const allow = (frame: AllowedFrame) => setAllowed([...allowed, frame]);
  const pick = (member: PickedRelative, instead: readonly string[]) =>
    setPicked([...picked.filter((each) => !isSameStep(each, member) || !instead.includes(each.id)), member]);
  return <FillPage {...props} view={loaded.value} reload={loaded.reload} {...{ allowed, picked }} onAllow={allow} onPick={pick} />;
}

function isSameStep(a: PickedRelative, b: PickedRelative): boolean {
  return a.documentId === b.documentId && a.stage === b.stage;
}

type Allowing = {
  readonly allowed: readonly AllowedFrame[];
  readonly onAllow: (frame: AllowedFrame) => void;
  readonly picked: readonly PickedRelative[];
  readonly onPick: PickRelative;
};
type PageProps = FillSectionProps & Allowing & { readonly view: FillView; readonly reload: () => void };

function FillPage({ view, reload, ...props }: PageProps) {
  const { t } = useText();
  const [ended, setEnded] = useState<Ended>();
  const again = <Button onPress={reload}>{t('fill.lookAgain')}</Button>;
  const [offered, setOffered] = useState<ReadonlySet<string>>(new Set());
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  useLaterFields({ tabId: props.tabId, view, isOn: ended?.kind === 'filled', onChange: reload });
  const end = (how: Ended) => {
    setEnded(how);
    setOffered(new Set(how.kind === 'filled' && view.kind === 'open' ? [...offered, ...nameRows(view.frames)] : []));
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
    <CorrectionWord view={view} reload={reload}>
      {view.site.isEnabled ? <SiteLine site={view.site} /> : props.showSite(view.site)}
      {ended && <FillEnd ended={ended} tabId={props.tabId} onUndone={(answer) => end({ kind: 'undone', ...answer })} />}
      <OpenPage
        {...props}
        view={view}
        again={again}
        onBegin={() => setEnded(undefined)}
        onEnd={end}
        offered={offered}
        left={left}
        onLeave={setLeft}
        stuck={new Set(ended?.kind === 'undone' ? ended.left.map(({ documentId, handle }) => nameLine(documentId, handle)) : [])}
      />
    </CorrectionWord>
  );
}

type OpenProps = FillSectionProps &
  Allowing & {
    readonly view: Extract<FillView, { kind: 'open' }>;
    readonly again: ReactNode;
    /** Fields that were offered and filled, or left: they are not offered as new. */
    readonly offered: ReadonlySet<string>;
    readonly left: ReadonlySet<string>;
    readonly onLeave: (left: ReadonlySet<string>) => void;
    readonly stuck: ReadonlySet<string>;
    readonly onBegin: () => void;
    readonly onEnd: (ended: Ended) => void;
  };

function OpenPage({
  view,
  again,
  tabId,
  onBegin,
  onEnd,
  onOpenWallet,
  beside,
  offered,
  left,
  onLeave,
  stuck,
  allowed,
  onAllow,
  picked,
  onPick,
  asksForMore = false,
}: OpenProps) {
  const { t } = useText();
  const { site, frames, refused, hasData, filledBefore } = view;
  const parts = <FrameNotices view={view} onAllow={onAllow} />;
  if (frames.every(({ plan }) => plan.lines.length + plan.skipped.length === 0)) {
    return (
      <>
        {parts}
        {refused.length === 0 && !asksForMore && (
          <EmptyState title={t('fill.noFormTitle')} action={again}>
            {t('fill.noFormHelp')}
          </EmptyState>
        )}
      </>
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
      {parts}
      {filledBefore > 0 && offered.size === 0 && <Notice tone="info">{t('fill.goesOn', { count: filledBefore })}</Notice>}
      <RelativeChoices frames={frames} onPick={onPick} />
      <FillForm
        key={describePlans(frames)}
        tabId={tabId}
        frames={frames}
        allowed={allowed}
        picked={picked}
        offered={offered}
        left={left}
        onLeave={onLeave}
        stuck={stuck}
        onBegin={onBegin}
        onEnd={onEnd}
        onOpenWallet={onOpenWallet}
      />
      {beside}
    </>
  );
}

/** Another form, or other controls in use, or another word of the citizen's, and what was ticked is another question. */
function describePlans(frames: readonly FrameView[]): string {
  const plans = frames.map(({ plan: { mark, lines, skipped } }) => [
    mark,
    lines.map(({ datum, isTaken, learned }) => [datum, isTaken, learned]),
    skipped.map(({ why, learned }) => [why, learned]),
  ]);
  return JSON.stringify(plans);
}
