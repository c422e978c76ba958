import { placeByMap, type SoughtForm } from '@daricheh/shared/submission';

/** What the kit reads of the page's own server. */
export type FetchText = (path: string) => Promise<Response>;

type Field = { readonly id: string; readonly control: string; readonly datum?: string };

/**
 * What the definition at `uri` asks for, and where the site's form map says that it is. The seals are not looked at: the wallet
 * does that before it signs, and here the answer only helps the page's developer and the draft.
 * @throws Error in plain words, where there is no definition to be read.
 */
export async function fetchSoughtForm(uri: string, path: string, fetchText: FetchText): Promise<SoughtForm> {
  const answer = await fetchText(uri);
  if (!answer.ok) throw new Error(`The server answers ${answer.status} to ${uri}.`);
  const fields = readFields(readPayload(await answer.text())['fields']);
  if (fields.length === 0) throw new Error(`${uri} is no form definition.`);
  return { fields, places: [], path };
}

/** The same form with what the site's form map says, for when controls were not found without it. No map is no fault. */
export async function addFormMap(form: SoughtForm, fetchText: FetchText): Promise<SoughtForm> {
  const answer = await fetchText('/.well-known/daricheh-form-map').catch(() => undefined);
  const { forms } = answer?.ok ? readPayload(await answer.text()) : {};
  return { ...form, places: Array.isArray(forms) ? placeByMap(form, forms) : [] };
}

function readFields(fields: unknown): readonly Field[] {
  return Array.isArray(fields) ? fields.filter(({ id, control }) => typeof id === 'string' && typeof control === 'string') : [];
}

/** The payload of a compact JWS that the site's own server signed; an empty object for anything else. */
function readPayload(jws: string): Record<string, unknown> {
  try {
    const base64 = (jws.split('.')[1] ?? '').replaceAll('-', '+').replaceAll('_', '/');
    const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
    const payload: unknown = JSON.parse(new TextDecoder().decode(bytes));
    return typeof payload === 'object' && payload !== null ? { ...payload } : {};
  } catch {
    return {}; // Not a JWS, or not of JSON: whoever asks finds none of the members that it looks for.
  }
}
