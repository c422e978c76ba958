import type { ReactNode } from 'react';
import type { Settings } from '../../../core/settings/settings.ts';
import { send } from '../../../messaging/send.ts';
import { Button } from '../../../ui/components/button.tsx';
import { Card } from '../../../ui/components/card.tsx';
import { LockIcon } from '../../../ui/components/icons.tsx';
import { ErrorNotice } from '../../../ui/components/notice.tsx';
import { Segmented } from '../../../ui/components/segmented.tsx';
import { Toggle } from '../../../ui/components/toggle.tsx';
import { useLoaded } from '../../../ui/refresh.tsx';
import { useText } from '../../../ui/text/text-context.tsx';
import { useAction } from '../../../ui/use-action.ts';
import { About } from './about.tsx';
import { type ShortcutPorts, ShortcutsCard } from './shortcuts.tsx';

export type SettingsPorts = ShortcutPorts & {
  readonly readSettings: () => Promise<Settings>;
  readonly writeSettings: (change: Partial<Settings>) => Promise<Settings>;
  readonly version: string;
  /** DER of each root certificate that this build trusts, base64url. */
  readonly roots: readonly string[];
};

const minutesOffered = ['1', '5', '15', '30', '60'] as const;

/** Everything that the citizen may set. `waysIn` and `sites` are given by the features that own them. */
export function SettingsPage({
  ports,
  waysIn,
  sites,
}: {
  readonly ports: SettingsPorts;
  readonly waysIn: ReactNode;
  readonly sites: ReactNode;
}) {
  const { t } = useText();
  const loaded = useLoaded(ports.readSettings, []);
  const action = useAction();
  if (loaded.state !== 'ready') return loaded.state === 'failed' ? <ErrorNotice code={loaded.code} /> : null;
  const change = (part: Partial<Settings>) =>
    action.run(async () => {
      await ports.writeSettings(part);
    });
  return (
    <div className="stack">
      <h1>{t('settings.title')}</h1>
      <ErrorNotice code={action.error} />
      <LookCard settings={loaded.value} change={change} />
      <LockCard settings={loaded.value} change={change} />
      {waysIn}
      <Card title={t('settings.sites')}>
        <p className="soft small">{t('settings.sitesHelp')}</p>
        {sites}
        <Toggle
          isSelected={loaded.value.answersDigitalCredentials}
          onChange={(answersDigitalCredentials) => change({ answersDigitalCredentials })}
          help={t('settings.answersRequestsHelp')}
        >
          {t('settings.answersRequests')}
        </Toggle>
      </Card>
      <ShortcutsCard ports={ports} />
      <About version={ports.version} roots={ports.roots} />
    </div>
  );
}

type CardProps = { readonly settings: Settings; readonly change: (part: Partial<Settings>) => void };

function LookCard({ settings, change }: CardProps) {
  const { t } = useText();
  return (
    <Card title={t('settings.look')}>
      <Segmented
        label={t('settings.language')}
        value={settings.language}
        onChange={(language) => change({ language })}
        options={[
          { value: 'fa', label: 'فارسی', lang: 'fa' },
          { value: 'en', label: 'English', lang: 'en' },
        ]}
      />
      <Segmented
        label={t('settings.theme')}
        value={settings.theme}
        onChange={(theme) => change({ theme })}
        options={[
          { value: 'system', label: t('settings.themeSystem') },
          { value: 'light', label: t('settings.themeLight') },
          { value: 'dark', label: t('settings.themeDark') },
        ]}
      />
    </Card>
  );
}

function LockCard({ settings, change }: CardProps) {
  const { t } = useText();
  const action = useAction();
  const lock = () =>
    action.run(async () => {
      await send('vault/lock', {});
    });
  return (
    <Card
      title={t('settings.lock')}
      actions={
        <Button icon={<LockIcon />} onPress={lock}>
          {t('settings.lockNow')}
        </Button>
      }
    >
      <ErrorNotice code={action.error} />
      <Segmented
        label={t('settings.autoLock')}
        value={String(settings.autoLockMinutes)}
        onChange={(minutes) => change({ autoLockMinutes: Number(minutes) })}
        options={minutesOffered.map((value) => ({ value, label: t('settings.minutes', { minutes: Number(value) }) }))}
      />
      <p className="soft small">{t('settings.autoLockHelp')}</p>
    </Card>
  );
}
