import { type ReactNode, useState } from 'react';
import type { PromptView } from '../../../core/consent/prompt-view.ts';
import { send } from '../../../messaging/send.ts';
import { AskerCard } from '../../../ui/components/asker-card.tsx';
import { Button } from '../../../ui/components/button.tsx';
import { DecisionFrame } from '../../../ui/components/decision-frame.tsx';
import { ErrorNotice, Notice } from '../../../ui/components/notice.tsx';
import { PanelFrame } from '../../../ui/components/panel-frame.tsx';
import { useLoaded, useLoadedOnce } from '../../../ui/refresh.tsx';
import { useText } from '../../../ui/text/text-context.tsx';

/** What a screen gets: the question, what to show of it, and how to say that it is no longer open because it was decided here. */
export type ScreenProps<Kind extends PromptView['kind']> = {
  readonly promptId: string;
  readonly view: Extract<PromptView, { kind: Kind }>;
  /** From here on the screen itself shows how it goes on. */
  readonly onDecided: () => void;
  /** Looks at the question anew. */
  readonly onReload: () => void;
};

export type Screens = {
  readonly receive: (props: ScreenProps<'receive'>) => ReactNode;
  readonly present: (props: ScreenProps<'present'>) => ReactNode;
  readonly sign: (props: ScreenProps<'sign'>) => ReactNode;
};

/** The window in which the citizen decides. What it shows does not change under the hand; that the question is over, it says at once. */
export function ConsentWindow({ promptId, screens }: { readonly promptId: string; readonly screens: Screens }) {
  const { t } = useText();
  const [isDecided, setDecided] = useState(false);
  const loaded = useLoadedOnce(() => send('consent/view', { id: promptId }));
  const { reload } = loaded;
  const standing = useLoaded(() => send('consent/standing', { id: promptId }), [promptId]);
  if (!isDecided && standing.state === 'ready' && standing.value !== 'open') return <Over reason={standing.value} />;
  if (loaded.state === 'loading') return <PanelFrame>{<p className="soft">{t('consent.loadingRequest')}</p>}</PanelFrame>;
  if (loaded.state === 'failed') {
    return (
      <PanelFrame>
        <ErrorNotice code={loaded.code} actions={<Button onPress={reload}>{t('common.retry')}</Button>} />
      </PanelFrame>
    );
  }
  const common = { promptId, onDecided: () => setDecided(true), onReload: reload };
  return <Screen view={loaded.value} screens={screens} common={common} />;
}

function Screen({
  view,
  screens,
  common,
}: {
  readonly view: PromptView;
  readonly screens: Screens;
  readonly common: Omit<ScreenProps<'sign'>, 'view'>;
}) {
  switch (view.kind) {
    case 'receive':
      return screens.receive({ ...common, view });
    case 'present':
      return screens.present({ ...common, view });
    case 'sign':
      return screens.sign({ ...common, view });
    case 'refused':
      return <Refused view={view} {...common} />;
    case 'over':
      return <Over reason={view.reason} />;
    case 'locked':
      return <PanelFrame>{null}</PanelFrame>;
  }
}

const overTexts = {
  gone: ['consent.goneTitle', 'consent.goneHelp'],
  'timed-out': ['consent.timedOutTitle', 'consent.timedOutHelp'],
  closed: ['consent.overTitle', 'consent.overHelp'],
} as const;

function Over({ reason }: { readonly reason: keyof typeof overTexts }) {
  const { t } = useText();
  const [title, help] = overTexts[reason];
  return (
    <DecisionFrame
      title={t(title)}
      actions={
        <Button wide onPress={() => window.close()} autoFocus>
          {t('common.close')}
        </Button>
      }
    >
      <p className="soft">{t(help)}</p>
    </DecisionFrame>
  );
}

function Refused({
  view,
  promptId,
  onReload,
}: {
  readonly view: Extract<PromptView, { kind: 'refused' }>;
  readonly promptId: string;
  readonly onReload: () => void;
}) {
  const { t, pick } = useText();
  const { asker, code } = view;
  const isImpostor = asker.standing.kind === 'look-alike';
  const reviewAgain = async () => {
    await send('sign/restart', { id: promptId });
    onReload();
  };
  return (
    <DecisionFrame
      title={
        asker.standing.kind === 'look-alike'
          ? t('consent.lookAlike', { agency: pick(asker.standing.agency.name) })
          : t('consent.refusedTitle')
      }
      actions={
        <>
          {code === 'form_changed' && (
            <Button kind="primary" wide onPress={() => void reviewAgain()}>
              {t('sign.reviewAgain')}
            </Button>
          )}
          {(code === 'unavailable' || code === 'request_uri_unreachable') && (
            <Button kind="primary" wide onPress={onReload}>
              {t('common.retry')}
            </Button>
          )}
          <Button wide autoFocus onPress={() => void send('consent/deny', { id: promptId })}>
            {t('common.close')}
          </Button>
        </>
      }
    >
      <AskerCard asker={asker} />
      <ErrorNotice code={code} />
      {!isImpostor && <Notice>{t('consent.nothingSent')}</Notice>}
    </DecisionFrame>
  );
}
