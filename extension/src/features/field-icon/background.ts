import type { FillView } from '../../core/autofill/plan/fill-view.ts';
import type { Settings } from '../../core/settings/settings.ts';
import type { FeatureHandlers } from '../../messaging/receive.ts';
import type { ContentSender } from '../../messaging/sender.ts';

export type FieldIconDeps = {
  readonly readSettings: () => Promise<Settings>;
  readonly writeSettings: (change: Partial<Settings>) => Promise<Settings>;
  /** Whether the wallet may work on this origin: switched on, secure or listed, no look-alike. */
  readonly isUsable: (origin: string) => Promise<boolean>;
  readonly isRegistered: (origin: string) => Promise<boolean>;
  readonly isUnlocked: () => Promise<boolean>;
  readonly readTabUrl: (tabId: number) => Promise<string | undefined>;
  /** Puts the script that draws the icon into a document. */
  readonly inject: (tabId: number, documentId: string) => Promise<void>;
  readonly readShortcut: () => Promise<string>;
  /** The plan for the tab's form. Throws AppError `vault_locked`. */
  readonly lookAtForm: (tabId: number) => Promise<FillView>;
  /** Opens the panel beside a tab; false where the browser opens none. Counts only as the first thing that is done about a click. */
  readonly openPanel: (tabId: number) => Promise<boolean>;
  /** The panel's page in a window of its own. */
  readonly openPanelWindow: (tabId: number) => Promise<void>;
};

/** The icon in the boxes of a page: where it may be, what it is told, and what its click opens. It carries nothing, and writes nothing. */
export function createFieldIconHandlers(deps: FieldIconDeps): FeatureHandlers<'field-icon'> {
  return {
    'field-icon/wanted': async (_request, sender) => {
      if (await isShown(sender, deps)) await deps.inject(sender.tabId, sender.documentId);
      return null;
    },
    'field-icon/look': async (_request, sender) => {
      const [{ language, theme }, shortcut] = await Promise.all([deps.readSettings(), deps.readShortcut()]);
      const isHere = await isShown(sender, deps);
      return { isShown: isHere, canCount: isHere && (await deps.isRegistered(sender.origin)), language, theme, shortcut };
    },
    'field-icon/count': async (_request, sender) => {
      if (!(await isShown(sender, deps)) || !(await mayCount(sender, deps))) return null;
      return countFillable(await deps.lookAtForm(sender.tabId));
    },
    'field-icon/open': async (_request, sender) => {
      // First of all, for by the next turn the browser forgets that there was a click.
      const isOpen = await deps.openPanel(sender.tabId);
      if (!isOpen && (await isShown(sender, deps))) await deps.openPanelWindow(sender.tabId);
      return null;
    },
    'field-icon/sites': async () => {
      const { showsFieldIcon, withoutFieldIcon } = await deps.readSettings();
      return { isOn: showsFieldIcon, offAt: withoutFieldIcon };
    },
    'field-icon/switch': async ({ origin, isOn }) => {
      const { withoutFieldIcon } = await deps.readSettings();
      const others = withoutFieldIcon.filter((each) => each !== origin);
      await deps.writeSettings(origin === null ? { showsFieldIcon: isOn } : { withoutFieldIcon: isOn ? others : [...others, origin] });
      return null;
    },
  };
}

/** Not where the citizen has switched it off, and not in a frame of a page of another site, which may draw over it what it likes. */
async function isShown({ origin, tabId }: ContentSender, { readSettings, isUsable, readTabUrl }: FieldIconDeps): Promise<boolean> {
  const { showsFieldIcon, withoutFieldIcon } = await readSettings();
  if (!showsFieldIcon || withoutFieldIcon.includes(origin) || !(await isUsable(origin))) return false;
  const url = await readTabUrl(tabId);
  return url !== undefined && URL.canParse(url) && new URL(url).origin === origin;
}

/** What could be filled is computed unasked for a registered agency alone, and never by opening the vault. */
async function mayCount({ origin }: ContentSender, { isRegistered, isUnlocked }: FieldIconDeps): Promise<boolean> {
  return (await isRegistered(origin)) && (await isUnlocked());
}

function countFillable(view: FillView): number | null {
  if (view.kind !== 'open' || view.site.kind !== 'registered') return null;
  return view.frames.flatMap(({ plan }) => plan.lines).filter(({ isTaken }) => !isTaken).length;
}
