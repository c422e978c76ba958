import type { Control } from './controls.ts';
import { getTree } from './shadow-roots.ts';

/** Pages of people have hundreds; who writes more gets his first ones read. */
const mostLabels = 10_000;

/** The label elements bound to a control, in the order of the page. */
export type FindLabels = (control: Control) => readonly HTMLLabelElement[];

/**
 * Finds labels by one look at each tree, for as long as the page does not change: the browser itself goes through the whole tree for every control that it is
 * asked about, and a long page would cost as many looks as it has fields.
 */
export function createLabelIndex(): FindLabels {
  const trees = new Map<Document | ShadowRoot, ReadonlyMap<Element, HTMLLabelElement[]>>();
  return (control) => {
    const tree = getTree(control);
    const bound = trees.get(tree) ?? bindLabels(tree);
    trees.set(tree, bound);
    return bound.get(control) ?? [];
  };
}

function bindLabels(tree: Document | ShadowRoot): ReadonlyMap<Element, HTMLLabelElement[]> {
  const bound = new Map<Element, HTMLLabelElement[]>();
  const all = tree.querySelectorAll('label');
  for (let place = 0; place < Math.min(all.length, mostLabels); place += 1) {
    const label = all[place];
    const control = label?.control;
    if (!label || !control) continue;
    const others = bound.get(control);
    if (others) others.push(label);
    else bound.set(control, [label]);
  }
  return bound;
}
