import { getFirstChild, getNextSibling, getOpenShadowRoot, getParentElement, getRoot, getTagName } from './bare-dom.ts';

/** The part of `chrome.dom` that content scripts have: it opens closed shadow roots too (Chromium and Firefox). */
type DomApi = { readonly openOrClosedShadowRoot?: (element: HTMLElement) => ShadowRoot | null };

/** Asked for late, and once: to make it ready costs the browser more than our whole script, in every page. */
function getDomApi(): DomApi {
  domApi ??= (globalThis as { chrome?: { dom?: DomApi } }).chrome?.dom ?? {};
  return domApi;
}

let domApi: DomApi | undefined;

/** HTML's own elements that may have a shadow root; those that a page defines may as well. @see DOM, `attachShadow` */
let hostTags: ReadonlySet<string> | undefined;

/** The element's shadow root, open or closed; null where it has none. */
export function getShadowRoot(element: Element): ShadowRoot | null {
  const tag = getTagName(element).toUpperCase();
  // To ask the browser for closed ones takes as long as all else about an element.
  hostTags ??= new Set('ARTICLE ASIDE BLOCKQUOTE BODY DIV FOOTER H1 H2 H3 H4 H5 H6 HEADER MAIN NAV P SECTION SPAN'.split(' '));
  if (!hostTags.has(tag) && !tag.includes('-')) return null;
  const open = getOpenShadowRoot(element);
  if (open) return open;
  return element instanceof HTMLElement ? (getDomApi().openOrClosedShadowRoot?.(element) ?? null) : null;
}

/** Gives the next node at each call; null after the last. */
export type NextNode = () => Node | null;

/** Goes through the nodes that stand in the element as the page is shown: its shadow tree, a slot's assigned nodes, or its own children. */
export function goThroughFlatChildren(element: Element): NextNode {
  const root = getShadowRoot(element);
  const assigned = !root && element instanceof HTMLSlotElement ? element.assignedNodes() : [];
  if (assigned.length > 0) {
    const nodes = assigned.values();
    return () => nodes.next().value ?? null;
  }
  let next = getFirstChild(root ?? element);
  return () => {
    const node = next;
    next = node && getNextSibling(node);
    return node;
  };
}

/** The element that holds `element` as the page is shown, across shadow roots and slots. */
export function getFlatParent(element: Element): Element | null {
  const slot: unknown = element.assignedSlot;
  if (slot instanceof HTMLSlotElement) return slot;
  const parent = getParentElement(element);
  if (parent) return parent;
  const root = getRoot(element);
  return root instanceof ShadowRoot ? root.host : null;
}

/** The document or shadow root that the element stands in. */
export function getTree(element: Element): Document | ShadowRoot {
  const root = getRoot(element);
  return root instanceof ShadowRoot ? root : document;
}
