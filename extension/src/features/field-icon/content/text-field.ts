/** A box that people type into. */
export type TextField = HTMLInputElement | HTMLTextAreaElement;

/** Inputs into which a form's answers are typed. A search is no form, and a password is nobody's business. */
const typedInto = new Set(['text', 'email', 'tel', 'url', 'number', 'date']);

/** True for a box that takes text now. */
export function isTextField(element: Element): element is TextField {
  if (element instanceof HTMLTextAreaElement) return !element.readOnly && !element.disabled;
  return element instanceof HTMLInputElement && typedInto.has(element.type) && !element.readOnly && !element.disabled;
}

/** Opens an element's shadow root, closed ones too; null where it has none. */
export type OpenShadow = (element: Element) => ShadowRoot | null;

/** The box that has the focus in this document, at whatever depth of shadow roots; undefined where it is none. */
export function findFocusedField(openShadow: OpenShadow): TextField | undefined {
  let at = document.activeElement;
  for (let depth = 0; at && depth < 20; depth += 1) {
    const inner = openShadow(at)?.activeElement;
    if (!inner) break;
    at = inner;
  }
  return at && isTextField(at) ? at : undefined;
}
