import { drawIcon, type IconLook } from './draw-icon.ts';
import { isMeant, type Press } from './judge-click.ts';
import { type Box, isSameBox } from './place-icon.ts';
import { isUndisguised } from './plain-sight.ts';
import { findPlace } from './read-field-look.ts';
import type { TextField } from './text-field.ts';
import { watchPlace } from './watch-place.ts';
import { confirmSight, watchSight } from './watch-sight.ts';

export type ShowPorts = {
  /** The element that holds another as the page is shown, across shadow roots and slots. */
  readonly getParent: (element: Element) => Element | null;
  /** The icon was clicked by a person who saw it. */
  readonly onClick: () => void;
};

export type ShownIcon = { readonly field: TextField; readonly host: Element; relabel(look: IconLook): void; remove(): void };

/** Shows the icon in a field, follows the field, and hears its clicks, until it is removed. */
export function showIcon(field: TextField, look: IconLook, ports: ShowPorts): ShownIcon {
  const icon = drawIcon(findLayer(field, ports.getParent), look);
  const { host, button } = icon;
  const stopping = new AbortController();
  const { signal } = stopping;
  let placed: Box | undefined;
  let seenSinceMs: number | undefined;
  let press: Press | undefined;

  const isPlain = () => [field, host].every((element) => element.isConnected && isUndisguised(element, ports.getParent));
  const place = () => {
    placed = field.isConnected && isUndisguised(field, ports.getParent) ? findPlace(field, host) : undefined;
    icon.put(placed);
  };
  const stopSight = watchSight(button, (isSeen) => {
    seenSinceMs = isSeen ? (seenSinceMs ?? performance.now()) : undefined;
  });
  const stopPlace = watchPlace(field, oncePerFrame(place, signal));

  // The field keeps the focus, and with it what the page shows beside it.
  button.addEventListener('mousedown', (event) => event.preventDefault(), { signal });
  button.addEventListener('pointerdown', ({ isTrusted }) => (press = isTrusted ? { box: button.getBoundingClientRect() } : undefined), {
    signal,
  });
  button.addEventListener(
    'click',
    (event) => {
      event.preventDefault();
      event.stopPropagation();
      const box = button.getBoundingClientRect();
      const { isTrusted, detail, clientX: x, clientY: y } = event;
      const facts = { isTrusted, isByKey: detail === 0, x, y, box, press, seenSinceMs, nowMs: performance.now() };
      press = undefined;
      if (!placed || !isMeant({ ...facts, placed }) || !isPlain()) return;
      void confirmSight(button).then((isSeen) => {
        // Between the click and now the page had its turn: what it changed must not have changed what was clicked.
        if (isSeen && isSameBox(box, button.getBoundingClientRect()) && isPlain() && !signal.aborted) ports.onClick();
      });
    },
    { signal },
  );
  place();
  return {
    field,
    host,
    relabel: icon.relabel,
    remove: () => {
      stopping.abort();
      stopSight();
      stopPlace();
      host.remove();
    },
  };
}

/** The root, or the open dialog that the field is in: nothing outside a modal dialog can be clicked. */
function findLayer(field: Element, getParent: ShowPorts['getParent']): Element {
  for (let at = getParent(field); at; at = getParent(at)) if (at.matches('dialog:modal')) return at;
  return document.documentElement;
}

/** However often it is called, it runs once before the next picture. */
function oncePerFrame(run: () => void, signal: AbortSignal): () => void {
  let isAsked = false;
  return () => {
    if (isAsked) return;
    isAsked = true;
    requestAnimationFrame(() => {
      isAsked = false;
      if (!signal.aborted) run();
    });
  };
}
