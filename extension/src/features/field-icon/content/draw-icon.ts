import type { Box } from './place-icon.ts';

export type IconLook = { readonly label: string; readonly theme: 'system' | 'light' | 'dark'; readonly hasAnswers: boolean };

/** The icon as it is drawn: `host` stands in the page, which can see and harm it, but not look into it. */
export type DrawnIcon = {
  readonly host: HTMLElement;
  readonly button: HTMLButtonElement;
  put(box: Box | undefined): void;
  relabel(look: IconLook): void;
};

/** Not the page's to change: its own styles, however urgent, come after these. */
const hostStyle = {
  all: 'initial',
  position: 'fixed',
  inset: 'auto',
  margin: '0',
  padding: '0',
  border: '0',
  background: 'none',
  overflow: 'visible',
  'z-index': '2147483647',
  'pointer-events': 'auto',
} as const;

// The colours and the sign of `ui/theme.css` and `window-mark`, which a page's script cannot carry whole. Nothing moves, so nobody need ask for less motion.
const sheetText = `
button {
  all: unset; color-scheme: light dark; box-sizing: border-box; display: block; inline-size: 100%; block-size: 100%; padding: 1px; cursor: pointer; position: relative;
  border-radius: 25%; border: 1px solid light-dark(#857f72, #71828b); background: light-dark(#fffdf9, #172127);
}
button[data-theme=light] { color-scheme: light; }
button[data-theme=dark] { color-scheme: dark; }
button:hover { background: light-dark(#ddeef0, #163a43); border-color: light-dark(#0b5f70, #6cc5d2); }
button:focus-visible { outline: 2px solid light-dark(#0b5f70, #6cc5d2); outline-offset: 1px; }
svg { display: block; inline-size: 100%; block-size: 100%; pointer-events: none; }
.frame { fill: light-dark(#0b5f70, #6cc5d2); }
.pane { fill: light-dark(#ddeef0, #163a43); }
.lit { fill: light-dark(#d9932b, #f0b453); }
button:not([data-answers]) .lit { fill: light-dark(#ddeef0, #163a43); }
@media (forced-colors: active) {
  button { border-color: ButtonBorder; background: ButtonFace; }
  button:hover, button:focus-visible { border-color: Highlight; outline-color: Highlight; }
  .frame { fill: ButtonText; }
  .pane, .lit { fill: ButtonFace; }
}
`;

const panes = [
  ['frame', 'M10 60V30C10 16 22 9 32 3c10 6 22 13 22 27v30z'],
  ['pane', 'M15 30c0-10 7.5-15.400 15-20v20z'],
  ['lit', 'M49 30c0-10-7.5-15.400-15-20v20z'],
  ['pane', 'M15 34h15v21H15z'],
  ['pane', 'M34 34h15v21H34z'],
] as const;

/** Draws the icon into `parent`, above all that the page draws, in a closed shadow root. It stands nowhere until it is put. */
export function drawIcon(parent: Element, look: IconLook): DrawnIcon {
  const host = document.createElement('daricheh-icon');
  for (const [name, value] of Object.entries(hostStyle)) host.style.setProperty(name, value, 'important');
  const button = document.createElement('button');
  button.type = 'button';
  // Not a stop on the way from box to box: the shortcut that its label names does the same.
  button.tabIndex = -1;
  button.append(drawSign());
  const root = host.attachShadow({ mode: 'closed' });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(sheetText);
  root.adoptedStyleSheets = [sheet];
  root.append(button);
  const relabel = ({ label, theme, hasAnswers }: IconLook) => {
    button.ariaLabel = label;
    button.title = label;
    button.toggleAttribute('data-answers', hasAnswers);
    button.dataset['theme'] = theme;
  };
  relabel(look);
  put(host, undefined);
  parent.append(host);
  raise(host);
  return { host, button, put: (box) => put(host, box), relabel };
}

/** Into the browser's top layer, above the page's dialogs; where a page forbids that, or the browser has none, it stands as high as it can. */
function raise(host: HTMLElement): void {
  host.popover = 'manual';
  try {
    host.showPopover();
  } catch {
    // The page took it away in the same moment: it is not shown.
  }
}

function put(host: HTMLElement, box: Box | undefined): void {
  host.style.setProperty('display', box ? 'block' : 'none', 'important');
  if (!box) return;
  for (const edge of ['left', 'top', 'width', 'height'] as const) host.style.setProperty(edge, `${box[edge]}px`, 'important');
}

function drawSign(): SVGSVGElement {
  const namespace = 'http://www.w3.org/2000/svg';
  const svg = document.createElementNS(namespace, 'svg');
  svg.setAttribute('viewBox', '0 0 64 64');
  svg.setAttribute('aria-hidden', 'true');
  for (const [name, d] of panes) {
    const path = document.createElementNS(namespace, 'path');
    path.setAttribute('class', name);
    path.setAttribute('d', d);
    svg.append(path);
  }
  return svg;
}
