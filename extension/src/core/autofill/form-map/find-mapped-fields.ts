import type { FormMap, MappedField } from '@daricheh/shared/form-map';
import type { PageField, PageSnapshot } from '../snapshot.ts';

/** What an agency's map says of the fields of a page, by their handles. */
export type MappedFields = ReadonlyMap<number, MappedField>;

/**
 * What `map` says of the fields at `path` (of the browser's own address, without query). A form of the page is the first of the map's at this path all of whose
 * marks stand in it; a control is known by its name, or without one by its id, and two of one name in a form are left to the guesses.
 */
export function findMappedFields({ fields }: PageSnapshot, path: string, map: FormMap | undefined): MappedFields {
  const candidates = map?.forms.filter(({ paths }) => paths.includes(path)) ?? [];
  if (candidates.length === 0) return new Map();
  const found = new Map<number, MappedField>();
  for (const own of Map.groupBy(fields, ({ form }) => form).values()) {
    const byControl = Map.groupBy(own, nameControl);
    const form = candidates.find(({ marks }) => marks.every((mark) => byControl.has(mark)));
    for (const mapped of form?.fields ?? []) {
      const [field, another] = byControl.get(mapped.control) ?? [];
      if (field && !another) found.set(field.handle, mapped);
    }
  }
  return found;
}

function nameControl({ name, id }: PageField): string {
  return name === '' ? id : name;
}
