import { fieldIcon as en } from '../../../ui/text/en/field-icon.ts';
import { fieldIcon as fa } from '../../../ui/text/fa/field-icon.ts';
import { createFormatter } from '../../../ui/text/formatter.ts';
import type { IconLook } from './draw-icon.ts';
import { type ShownIcon, type ShowPorts, showIcon } from './show-icon.ts';
import { findFocusedField, type OpenShadow, type TextField } from './text-field.ts';
import { iconMark } from './watch-fields.ts';

/** What the background says of this page's icon. `canCount`: it would say how many boxes it could fill. */
export type IconOrder = {
  readonly isShown: boolean;
  readonly canCount: boolean;
  readonly language: 'fa' | 'en';
  readonly theme: 'system' | 'light' | 'dark';
  /** Keys that open the panel without the icon; empty where there are none. */
  readonly shortcut: string;
};

export type IconPorts = {
  readonly look: () => Promise<IconOrder>;
  readonly count: () => Promise<number | null>;
  /** Opens the extension's own place, and nothing more. */
  readonly open: () => Promise<unknown>;
  readonly openShadow: OpenShadow;
  readonly getParent: ShowPorts['getParent'];
};

/** Draws the icon in whichever box has the focus, and takes it away with it. One in each document, however often it is started. */
export function followFocus(ports: IconPorts): void {
  const earlier: unknown = Reflect.get(globalThis, iconMark);
  if (typeof earlier === 'function') return void earlier();
  let order: Promise<IconOrder> | undefined;
  let shown: ShownIcon | undefined;
  /** For the form that was counted last, until its window is left: it is left for the panel, where forms are filled. */
  let counted: { readonly form: HTMLFormElement | null; readonly count: Promise<number | null> } | undefined;

  const putAway = () => {
    shown?.remove();
    shown = undefined;
  };
  const follow = async () => {
    const field = findFocusedField(ports.openShadow);
    if (field && field === shown?.field) return;
    putAway();
    if (!field) return;
    order ??= ports.look();
    const told = await order.catch((error: unknown) => {
      // Asked again the next time.
      order = undefined;
      throw error;
    });
    if (!told.isShown || shown || findFocusedField(ports.openShadow) !== field) return;
    shown = showIcon(field, describe(told, null), { getParent: ports.getParent, onClick: () => quietly(ports.open()) });
    await count(told, field);
  };
  /** Only for somebody who is there: a page can put the focus into its boxes by itself. */
  const count = async (told: IconOrder, field: TextField) => {
    if (!told.canCount || !navigator.userActivation?.isActive) return;
    if (counted?.form !== field.form) counted = { form: field.form, count: ports.count() };
    const found = await counted.count;
    if (shown?.field === field) shown.relabel(describe(told, found));
  };
  const start = () => quietly(follow());
  document.addEventListener('focusin', start, true);
  document.addEventListener('focusout', ({ relatedTarget }) => (relatedTarget === shown?.host ? undefined : putAway()), true);
  window.addEventListener('blur', ({ target }) => {
    if (target === window) counted = undefined;
  });
  Reflect.set(globalThis, iconMark, () => {
    order = undefined;
    counted = undefined;
    putAway();
    start();
  });
  start();
}

function describe({ language, theme, shortcut }: IconOrder, count: number | null): IconLook {
  const name = count ? nameWithCount(language, count) : { fa, en }[language].open;
  return { label: shortcut ? `${name} (${shortcut})` : name, theme, hasAnswers: count !== 0 };
}

function nameWithCount(language: IconOrder['language'], count: number): string {
  const phrase = { fa, en }[language].canFill;
  return typeof phrase === 'string' ? phrase : phrase({ count }, createFormatter(language === 'fa' ? 'fa-IR' : 'en-GB'));
}

/** Where the background does not answer, the page is as if there were no icon. */
function quietly(work: Promise<unknown>): void {
  work.catch(() => undefined);
}
