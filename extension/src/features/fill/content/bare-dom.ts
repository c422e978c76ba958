/**
 * The DOM's own answers about an element. A form lends its controls' names to script (`<input name="parentElement">` is then the form's `parentElement`), in
 * every world: whoever asks an element that may be a form asks by these.
 */
export function getAttribute(element: Element, name: string): string | null {
  return Element.prototype.getAttribute.call(element, name);
}

export function getParentElement(node: Node): Element | null {
  const parent: unknown = parentGetter?.call(node);
  return parent instanceof Element ? parent : null;
}

export function getChildNodes(node: Node): NodeListOf<ChildNode> {
  return childrenGetter?.call(node);
}

export function getFirstChild(node: Node): Node | null {
  return firstGetter?.call(node);
}

export function getNextSibling(node: Node): Node | null {
  return nextGetter?.call(node);
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
  return tagGetter?.call(element);
}

export function getOpenShadowRoot(element: Element): ShadowRoot | null {
  return shadowGetter?.call(element);
}

const parentGetter = Object.getOwnPropertyDescriptor(Node.prototype, 'parentElement')?.get;
const firstGetter = Object.getOwnPropertyDescriptor(Node.prototype, 'firstChild')?.get;
const nextGetter = Object.getOwnPropertyDescriptor(Node.prototype, 'nextSibling')?.get;
const childrenGetter = Object.getOwnPropertyDescriptor(Node.prototype, 'childNodes')?.get;
const tagGetter = Object.getOwnPropertyDescriptor(Element.prototype, 'tagName')?.get;
const shadowGetter = Object.getOwnPropertyDescriptor(Element.prototype, 'shadowRoot')?.get;
