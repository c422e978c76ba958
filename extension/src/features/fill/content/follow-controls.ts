import { getAttribute, getTagName } from './bare-dom.ts';
import { type Control, getType, isRadio } from './controls.ts';
import { walkPage } from './walk-page.ts';

/** The control that stands now where one of a snapshot stood, by its handle there; undefined where there is none. */
export type FindControl = (handle: number) => Control | undefined;

/** A page that draws itself anew at each sign is looked at so many times. */
const mostLooks = 40;

/**
 * Follows the controls of a snapshot through a page that draws its form anew, as server pages do after each answer: a control that is no longer in the page is
 * the one of the same kind and name, in the same place among its namesakes, if there are as many of these as before. Whether that one asks the same, and
 * whether anybody sees it, is for the caller to find out.
 */
export function followControls(controls: readonly Control[]): FindControl {
  let namesakes: Namesakes | undefined;
  let fresh: Namesakes = new Map();
  let looks = 0;
  const findNow = (name: string, place: number, count: number) => {
    const found = fresh.get(name);
    return found?.length === count && found[place]?.isConnected ? found[place] : undefined;
  };
  return (handle) => {
    const control = controls[handle];
    if (!control || control.isConnected) return control;
    namesakes ??= groupByName(controls);
    const name = nameControl(control);
    const fellows = namesakes.get(name) ?? [];
    const place = fellows.indexOf(control);
    const known = findNow(name, place, fellows.length);
    if (known || name === '' || looks >= mostLooks) return known;
    looks += 1;
    fresh = groupByName(listControls());
    return findNow(name, place, fellows.length);
  };
}

/** The controls that are in the page now, in reading order: the handle of each is its place. */
export function listControls(): readonly Control[] {
  return walkPage(document.body ?? document.documentElement).controls;
}

type Namesakes = ReadonlyMap<string, readonly Control[]>;

function groupByName(controls: readonly Control[]): Namesakes {
  return Map.groupBy(controls, nameControl);
}

/** What a page calls a control: its kind and name, else its id, else what a screen reader says; a radio button by its answer too. Empty where it is called nothing. */
function nameControl(control: Control): string {
  const own = ['name', 'id', 'aria-label', 'aria-labelledby', 'placeholder'].map((attribute) => getAttribute(control, attribute) ?? '');
  const name = own.find((text) => text !== '');
  return name === undefined ? '' : JSON.stringify([getTagName(control), getType(control), name, isRadio(control) ? control.value : '']);
}
