import { getAttribute, getRoot } from './bare-dom.ts';

/**
 * The origin that the form's answers go to: its own `action`, or, where one of its buttons names another place, that
 * one. Null for what is no address of the web. Attributes are read, for a control may shadow the form's own properties.
 */
export function readDestination(form: HTMLFormElement): string | null {
  const root = getRoot(form) as Document | ShadowRoot;
  const buttons = [...root.querySelectorAll<HTMLButtonElement | HTMLInputElement>('[formaction]')].filter((button) => button.form === form);
  const named = [form, ...buttons.slice(0, 20)].map((element) => getAttribute(element, element === form ? 'action' : 'formaction') ?? '');
  const origins = named.map(readOrigin);
  const elsewhere = origins.find((origin) => origin !== location.origin);
  return elsewhere === undefined ? location.origin : elsewhere;
}

function readOrigin(address: string): string | null {
  if (!URL.canParse(address, document.baseURI)) return null;
  const { protocol, origin } = new URL(address, document.baseURI);
  return protocol === 'https:' || protocol === 'http:' ? origin.slice(0, 300) : null;
}
