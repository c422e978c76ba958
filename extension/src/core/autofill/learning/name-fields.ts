import { encodeBase64Url, encodeUtf8 } from '@daricheh/shared/encoding';
import { describeField } from '../plan/field-texts.ts';
import type { PageField, PageSnapshot } from '../snapshot.ts';

/** Where a document stands, as the browser says it: its origin, and its path without query and fragment. */
export type PageAddress = { readonly origin: string; readonly path: string };

/** A field by its form (SHA-256, base64url) and its place in it. */
export type FieldName = { readonly form: string; readonly place: number };

/**
 * Names that outlive the page: the same form at the same address gives the same names the next time, whatever stands in it, and any other form or address
 * gives others. The digest covers the address and what the form calls its fields, in their order; no value, and no hidden input, since these carry tokens that
 * change with each visit. Keyed by the fields' handles; hidden inputs have no name.
 */
export async function nameFields(snapshot: PageSnapshot, address: PageAddress): Promise<ReadonlyMap<number, FieldName>> {
  const forms = Map.groupBy(
    snapshot.fields.filter(({ type }) => type !== 'hidden'),
    ({ form }) => form,
  );
  const named = await Promise.all(
    [...forms.values()].map(async (fields) => {
      const form = await digestForm(fields, address);
      return fields.map(({ handle }, place) => [handle, { form, place }] as const);
    }),
  );
  return new Map(named.flat());
}

async function digestForm(fields: readonly PageField[], { origin, path }: PageAddress): Promise<string> {
  const asked = fields.map((field) => [field.control, field.name, describeField(field)]);
  const digest = await crypto.subtle.digest('SHA-256', encodeUtf8(JSON.stringify([origin, path, asked])));
  return encodeBase64Url(new Uint8Array(digest));
}
