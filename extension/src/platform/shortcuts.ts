import { browser } from 'wxt/browser';

/** The command of the manifest that opens the side panel. */
export const panelCommand = 'open-side-panel';

/** Keys that open the popup and the side panel, as the browser writes them; empty where the citizen has taken them away. */
export async function readShortcuts(): Promise<{ readonly popup: string; readonly panel: string }> {
  const commands = await browser.commands.getAll();
  const find = (name: string) => commands.find((command) => command.name === name)?.shortcut ?? '';
  return { popup: find('_execute_action'), panel: find(panelCommand) };
}

/** Opens the browser's page on which shortcuts are changed. Firefox lets no extension open its own. */
export const openShortcuts: (() => Promise<void>) | undefined = import.meta.env.FIREFOX
  ? undefined
  : async () => void (await browser.tabs.create({ url: 'chrome://extensions/shortcuts' }));
