import { Button } from '../../../ui/components/button.tsx';
import { Card } from '../../../ui/components/card.tsx';
import { FactsList } from '../../../ui/components/facts-list.tsx';
import { useLoaded } from '../../../ui/refresh.tsx';
import { useText } from '../../../ui/text/text-context.tsx';
import { useAction } from '../../../ui/use-action.ts';

export type ShortcutPorts = {
  /** Keys of each command, as the browser writes them; empty where it has none. */
  readonly readShortcuts: () => Promise<Shortcuts>;
  /** Opens the browser's own page for them; undefined where it has none that can be opened. */
  readonly openShortcuts: (() => Promise<void>) | undefined;
};

export type Shortcuts = { readonly popup: string; readonly panel: string };

/** The keys that lead to the form of a page, and how to change them. */
export function ShortcutsCard({ ports: { readShortcuts, openShortcuts } }: { readonly ports: ShortcutPorts }) {
  const { t } = useText();
  const loaded = useLoaded(readShortcuts, []);
  const action = useAction();
  if (loaded.state !== 'ready') return null;
  const write = (keys: string) => (keys === '' ? t('settings.noShortcut') : <kbd dir="ltr">{keys}</kbd>);
  return (
    <Card
      title={t('settings.shortcuts')}
      actions={openShortcuts && <Button onPress={() => action.run(openShortcuts)}>{t('settings.changeShortcuts')}</Button>}
    >
      <FactsList
        rows={[
          { key: 'panel', label: t('settings.shortcutPanel'), value: write(loaded.value.panel) },
          { key: 'popup', label: t('settings.shortcutPopup'), value: write(loaded.value.popup) },
        ]}
      />
      <p className="soft small">{t(openShortcuts ? 'settings.shortcutsHelp' : 'settings.shortcutsElsewhere')}</p>
    </Card>
  );
}
