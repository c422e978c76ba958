/**
 * The DOM's own answers about an element. A form lends its controls' names to script (`<input name="parentElement">` is then the form's `parentElement`), in
 * every world: whoever asks an element that may be a form asks by these.
 */
export function getAttribute(element: Element, name: string): string | null {
  return Element.prototype.getAttribute.call(element, name);
}

export function getParentElement(node: Node): Element | null {
  parentGetter ??= findGetter(Node.prototype, 'parentElement');
  const parent = parentGetter.call(node);
  return parent instanceof Element ? parent : null;
}

export function getFirstChild(node: Node): Node | null {
  firstGetter ??= findGetter(Node.prototype, 'firstChild');
  return firstGetter.call(node);
}

export function getNextSibling(node: Node): Node | null {
  nextGetter ??= findGetter(Node.prototype, 'nextSibling');
  return nextGetter.call(node);
}

export function queryAll(root: Element, selector: string): Element[] {
  return [...Element.prototype.querySelectorAll.call(root, selector)];
}

export function contains(holder: Node, held: Node): boolean {
  return Node.prototype.contains.call(holder, held);
}

export function findClosest(element: Element, selector: string): Element | null {
  return Element.prototype.closest.call(element, selector);
}

export function getRoot(node: Node): Node {
  return Node.prototype.getRootNode.call(node);
}

export function getBox(element: Element): DOMRect {
  return Element.prototype.getBoundingClientRect.call(element);
}

export function getTagName(element: Element): string {
  tagGetter ??= findGetter(Element.prototype, 'tagName');
  return tagGetter.call(element);
}

export function getOpenShadowRoot(element: Element): ShadowRoot | null {
  shadowGetter ??= findGetter(Element.prototype, 'shadowRoot');
  return shadowGetter.call(element);
}

/** The getters are looked up when they are first asked for: to make the DOM's prototypes ready costs each page more than all else that runs in it before. */
let parentGetter: Getter<unknown> | undefined;
let firstGetter: Getter<Node | null> | undefined;
let nextGetter: Getter<Node | null> | undefined;
let tagGetter: Getter<string> | undefined;
let shadowGetter: Getter<ShadowRoot | null> | undefined;

type Getter<Value> = (this: Node) => Value;

/** The DOM's own getter of a property. */
function findGetter<Value>(prototype: Node, name: string): Getter<Value> {
  return Object.getOwnPropertyDescriptor(prototype, name)?.get as Getter<Value>;
}
