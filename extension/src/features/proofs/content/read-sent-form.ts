import type { PageField, PageSnapshot } from '#core/autofill/snapshot.ts';
import { snapshotLimits } from '#core/autofill/snapshot-limits.ts';
import type { SentForm } from '#core/proofs/sent-form.ts';
import { sentLimits } from '#core/proofs/sent-limits.ts';

/** How the frame's forms are read; filling reads them by the same. */
export type ReadPage = {
  readonly take: () => { readonly snapshot: PageSnapshot; readonly controls: readonly HTMLElement[] };
  /** What a control shows as its answer, as text. */
  readonly shown: (control: HTMLElement) => string;
  readonly attribute: (element: Element, name: string) => string | null;
  readonly labels: (input: HTMLInputElement) => readonly string[];
  readonly isSeen: (input: HTMLInputElement) => boolean;
};

const mark = '✓';
/** Neither the words of these nor anything in them leaves the page. */
const secretTypes = new Set(['password', 'hidden']);
const secretTokens = new Set(['current-password', 'new-password', 'one-time-code']);

/** The form as it is being sent; null where it goes nowhere on the web (a dialog), or nothing of it can be seen. */
export function readSentForm(form: HTMLFormElement, submitter: Element | null, read: ReadPage): Omit<SentForm, 'sentBy'> | null {
  const sentTo = readAddress(form, submitter, read.attribute);
  if (sentTo === null) return null;
  const { snapshot, controls } = read.take();
  const own = snapshot.fields.filter(({ handle }) => ownerOf(controls[handle]) === form);
  const values = own.filter(isTellable).flatMap((field) => {
    const value = readValue(field, controls, read);
    return value === null ? [] : [{ handle: field.handle, value: value.slice(0, sentLimits.value) }];
  });
  const path = location.pathname.slice(0, sentLimits.path);
  return { snapshot: { ...snapshot, fields: own, clusters: [] }, values, files: readFiles(form, read), path, sentTo };
}

function isTellable({ type, autocomplete }: PageField): boolean {
  return (
    !secretTypes.has(type) &&
    !autocomplete
      .toLowerCase()
      .split(' ')
      .some((token) => secretTokens.has(token) || token.startsWith('cc-'))
  );
}

/** A page may name a control `form`, but not one of a control's own: those have no such children. */
function ownerOf(control: HTMLElement | undefined): HTMLFormElement | null {
  return control instanceof HTMLInputElement || control instanceof HTMLSelectElement || control instanceof HTMLTextAreaElement
    ? control.form
    : null;
}

/** Null for what is not sent: a mark that is not set, a choice that was not made. */
function readValue(field: PageField, controls: readonly HTMLElement[], { shown }: ReadPage): string | null {
  const control = controls[field.handle];
  if (control === undefined) return null;
  if (field.control === 'radio') return field.options.find(({ handle }) => isChecked(controls[handle ?? -1]))?.text ?? null;
  if (field.control === 'checkbox') return isChecked(control) ? mark : null;
  if (control instanceof HTMLSelectElement) return [...control.selectedOptions].map(({ text }) => text.trim()).join('، ');
  return shown(control);
}

function isChecked(control: HTMLElement | undefined): boolean {
  return control instanceof HTMLInputElement && control.checked;
}

function readFiles(form: HTMLFormElement, { labels, isSeen }: ReadPage): SentForm['files'] {
  const inputs = [...document.querySelectorAll<HTMLInputElement>('input[type=file]')].filter(
    (input) => input.form === form && isSeen(input),
  );
  return inputs
    .flatMap((input) =>
      [...(input.files ?? [])].map(({ name }) => ({
        label: (labels(input)[0] ?? '').slice(0, snapshotLimits.text),
        name: name.slice(0, sentLimits.fileName),
      })),
    )
    .slice(0, sentLimits.files);
}

/** Attributes are read, for a control may shadow the form's own properties; those of the button that was pressed go first. */
function readAddress(form: HTMLFormElement, submitter: Element | null, attribute: ReadPage['attribute']): SentForm['sentTo'] | null {
  const read = (name: string): string => (submitter && attribute(submitter, `form${name}`)) || attribute(form, name) || '';
  const method = read('method').toLowerCase();
  if (method === 'dialog') return null;
  const action = read('action') || location.href;
  if (!URL.canParse(action, document.baseURI)) return null;
  const { protocol, origin, pathname } = new URL(action, document.baseURI);
  if (protocol !== 'https:' && protocol !== 'http:') return null;
  return { origin, path: pathname.slice(0, sentLimits.path), method: method === 'post' ? 'post' : 'get' };
}
