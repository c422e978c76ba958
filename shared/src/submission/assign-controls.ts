/**
 * Which controls of a page's form answer which field of its signed definition. Plain code without schemas, since two run it that
 * count their bytes: the wallet's script in the page, and the kit, which tells the page's developer what does not fit.
 */

/** A field as it is looked for: its id, and the name of its control in the agency's page. */
export type SoughtField = { readonly id: string; readonly control: string };

/** Where an agency's form map says that the fields are, in a form at one of `paths` in which all of `marks` stand: names of controls by the fields' ids. */
export type SoughtPlace = {
  readonly paths: readonly string[];
  readonly marks: readonly string[];
  readonly controls: Readonly<Record<string, string>>;
};

/** A control as a page writes it; `field` is its `data-daricheh-field`. Each is '' where there is none. */
export type MarkedControl = { readonly name: string; readonly id: string; readonly field: string };

/** What a form asks of its page: fields in order, what the agency's form map adds, and the path at which the form stands, as the browser writes it. */
export type SoughtForm = { readonly fields: readonly SoughtField[]; readonly places: readonly SoughtPlace[]; readonly path: string };

/**
 * The controls of each field, by the field's id, in the order of the form; a field without any is left out. What the page says with
 * `data-daricheh-field` goes first, then the name that the definition gives, then the form map. A control that is marked
 * answers the field that it is marked with, and no other.
 */
export function assignControls<Control extends MarkedControl>(
  controls: readonly Control[],
  { fields, places, path }: SoughtForm,
): ReadonlyMap<string, readonly Control[]> {
  const free = controls.filter(({ field }) => field === '');
  const isHere = (mark: string): boolean => controls.some((control) => nameControl(control) === mark);
  const place = places.find(({ paths, marks }) => paths.includes(path) && marks.every(isHere));
  const found = fields.map(({ id, control }) => {
    const marked = controls.filter(({ field }) => field === id);
    if (marked.length > 0) return [id, marked] as const;
    const named = free.filter(({ name }) => name === control);
    return [id, named.length > 0 ? named : findMapped(free, place?.controls[id])] as const;
  });
  return new Map(found.filter(([, assigned]) => assigned.length > 0));
}

/** Two controls of one name are none: a form map cannot say which of them it means. */
function findMapped<Control extends MarkedControl>(free: readonly Control[], mapped: string | undefined): readonly Control[] {
  const found = free.filter((control) => mapped !== undefined && nameControl(control) === mapped);
  return found.length === 1 ? found : [];
}

/** As form maps name a control. */
export function nameControl({ name, id }: MarkedControl): string {
  return name === '' ? id : name;
}

type Definition = { readonly fields: readonly { readonly id: string; readonly datum?: string | undefined }[] };
type MappedForm = {
  readonly paths: readonly string[];
  readonly marks: readonly string[];
  readonly fields: readonly { readonly control: string; readonly datum: string | null; readonly whose?: string | undefined }[];
};

/** What a form map says of the fields of a definition: a control is that of the one field which asks for the same datum of the person who fills the form. */
export function placeByMap({ fields }: Definition, forms: readonly MappedForm[]): readonly SoughtPlace[] {
  return forms.map(({ paths, marks, fields: mapped }) => {
    const own = mapped.filter(({ whose }) => whose === undefined);
    const controls = fields.flatMap(({ id, datum }) => {
      const isAlone = datum !== undefined && fields.filter((each) => each.datum === datum).length === 1;
      const [first, another] = isAlone ? own.filter((each) => each.datum === datum) : [];
      return first && !another ? [[id, first.control] as const] : [];
    });
    return { paths, marks, controls: Object.fromEntries(controls) };
  });
}
