import { Fragment, type ReactNode, useEffect, useState } from 'react';
import { send } from '../../../messaging/send.ts';
import { Button } from '../../../ui/components/button.tsx';
import { LockIcon } from '../../../ui/components/icons.tsx';
import { PanelFrame } from '../../../ui/components/panel-frame.tsx';
import { useText } from '../../../ui/text/text-context.tsx';
import { useAction } from '../../../ui/use-action.ts';

/** Tells which tab the citizen looks at, now and each time that changes or shows another page; gives back how to stop. */
export type WatchTab = (listener: (tab: ShownTab) => void) => () => void;

/** A tab and what it shows: `visit` differs for each page that it comes to. */
export type ShownTab = { readonly tabId: number; readonly visit: string };

/** The panel beside a page: what was sent just now, what can be done with the page's form, the citizen's cases, and every agency's services. */
export function SidePanel({
  watchTab,
  form,
  offers,
  cases,
  services,
}: {
  readonly watchTab: WatchTab;
  readonly form: (tabId: number) => ReactNode;
  readonly offers: ReactNode;
  readonly cases: ReactNode;
  readonly services: ReactNode;
}) {
  const [tab, setTab] = useState<ShownTab>();
  useEffect(() => watchTab(setTab), [watchTab]);
  return (
    <PanelFrame corner={<LockNow />}>
      {offers}
      {tab && <Fragment key={`${tab.tabId} ${tab.visit}`}>{form(tab.tabId)}</Fragment>}
      {cases}
      {services}
    </PanelFrame>
  );
}

function LockNow() {
  const { t } = useText();
  const action = useAction();
  const lock = async () => {
    await send('vault/lock', {});
  };
  return (
    <Button kind="quiet" icon={<LockIcon />} onPress={() => action.run(lock)}>
      {t('shell.lockNow')}
    </Button>
  );
}
