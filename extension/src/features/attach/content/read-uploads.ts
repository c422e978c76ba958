import type { UploadField, UploadSnapshot } from '#core/attachments/upload-field.ts';
import { maxUploads } from '#core/attachments/upload-limits.ts';

/** How the words and the look of a control are read; filling reads them too. */
export type ReadControl = {
  readonly labels: (input: HTMLInputElement) => string[];
  /** Its name by ARIA. */
  readonly aria: (input: HTMLInputElement) => string;
  readonly description: (input: HTMLInputElement) => string;
  readonly state: (input: HTMLInputElement) => UploadField['state'];
  /** The text of an element without its controls. */
  readonly text: (element: Element | null | undefined) => string;
  /** Where a form's answers go; null for what is no address of the web. */
  readonly destination: (form: HTMLFormElement) => string | null;
  readonly openShadow: (element: Element) => ShadowRoot | null;
};

/** A frame's file boxes as they were read, and the elements, which stay here. */
export type ReadUploads = { readonly snapshot: UploadSnapshot; readonly inputs: readonly HTMLInputElement[] };

const maxElements = 20_000;
const sizeAttributes = [
  'data-max-size',
  'data-maxsize',
  'data-max-file-size',
  'data-max-filesize',
  'data-size-limit',
  'maxlength',
  'size-limit',
];

/** Reads the file boxes of this frame. Nothing in the page changes, and no file is looked at. */
export function readUploads(read: ReadControl): ReadUploads {
  const inputs = findInputs(document, read.openShadow).slice(0, maxUploads);
  const fields = inputs.map((input, handle) => readField(input, handle, read));
  const asked = fields.map(({ state: _state, hasFile: _hasFile, ...names }) => names);
  return {
    inputs,
    snapshot: {
      title: read.text(document.querySelector('title')),
      lang: (document.documentElement.lang || document.body?.lang || '').slice(0, 35),
      fields,
      mark: hash(JSON.stringify(asked)),
    },
  };
}

function findInputs(root: Document | ShadowRoot, openShadow: ReadControl['openShadow']): HTMLInputElement[] {
  const found: HTMLInputElement[] = [];
  const roots: (Document | ShadowRoot)[] = [root];
  let seen = 0;
  for (const tree of roots) {
    for (const element of tree.querySelectorAll('*')) {
      seen += 1;
      if (seen > maxElements || found.length >= maxUploads) return found;
      if (element instanceof HTMLInputElement && element.type === 'file') found.push(element);
      const inner = element.localName.includes('-') ? openShadow(element) : null;
      if (inner) roots.push(inner);
    }
  }
  return found;
}

function readField(input: HTMLInputElement, handle: number, read: ReadControl): UploadField {
  const attribute = (name: string) => (input.getAttribute(name) ?? '').trim().slice(0, 200);
  const box = findBox(input);
  return {
    handle,
    name: attribute('name'),
    id: attribute('id'),
    labels: read.labels(input),
    aria: read.aria(input),
    description: read.description(input),
    title: attribute('title'),
    box: read.text(box),
    groups: readGroups(input, read),
    headings: readHeadings(input, read),
    accept: attribute('accept'),
    multiple: input.multiple,
    sizeHint:
      sizeAttributes
        .map(attribute)
        .find((value) => value !== '')
        ?.slice(0, 40) ?? '',
    state: readState(input, read),
    hasFile: (input.files?.length ?? 0) > 0,
    actionOrigin: input.form ? read.destination(input.form) : location.origin,
  };
}

/** A box whose own look is replaced is seen by its label. */
function readState(input: HTMLInputElement, read: ReadControl): UploadField['state'] {
  const own = read.state(input);
  const label = own === 'visible' || own === 'disabled' ? undefined : input.labels?.[0];
  return label?.checkVisibility({ opacityProperty: true, visibilityProperty: true }) && label.getBoundingClientRect().width > 2
    ? 'visible'
    : own;
}

/** The largest element that holds this box and no other control. */
function findBox(input: HTMLInputElement): Element {
  let box: Element = input;
  for (let steps = 0; steps < 6; steps += 1) {
    const parent: Element | null = box.parentElement;
    if (!parent || parent === document.body || parent.querySelectorAll('input, select, textarea').length > 1) return box;
    box = parent;
  }
  return box;
}

function readGroups(input: HTMLInputElement, { text }: ReadControl): string[] {
  const groups: string[] = [];
  for (let at = input.parentElement; at && groups.length < 6; at = at.parentElement) {
    if (at instanceof HTMLFieldSetElement) groups.push(text([...at.children].find((child) => child.tagName === 'LEGEND')));
  }
  return groups.filter((caption) => caption !== '');
}

/** The nearest heading that stands before the box, and those of a higher level before that. */
function readHeadings(input: HTMLInputElement, { text }: ReadControl): string[] {
  const root = input.getRootNode();
  const tree = root instanceof ShadowRoot ? root : document;
  const before = [...tree.querySelectorAll('h1, h2, h3, h4, h5, h6')]
    .slice(0, 200)
    .filter((heading) => input.compareDocumentPosition(heading) & Node.DOCUMENT_POSITION_PRECEDING)
    .reverse();
  let level = 7;
  const headings: string[] = [];
  for (const heading of before) {
    const own = Number(heading.tagName.slice(1));
    if (own >= level) continue;
    level = own;
    headings.push(text(heading));
  }
  return headings.filter((each) => each !== '').slice(0, 3);
}

/** FNV-1a over UTF-16 units. Not a cryptographic hash: the page cannot choose what it is compared with. */
function hash(text: string): string {
  let sum = 0x811c9dc5;
  for (let place = 0; place < text.length; place += 1) sum = Math.imul(sum ^ text.charCodeAt(place), 0x01000193);
  return `${(sum >>> 0).toString(16)}:${text.length}`;
}
