import { isOtherName } from '../features/present/bridge/other-name.ts';

/**
 * Whether one of our scripts may start in this document: once, and not in a frame without an origin of its own (sandboxed), which is nobody's: the background
 * would refuse all that it sends.
 */
export function mayStart(script: 'content' | 'forms'): boolean {
  return self.origin !== 'null' && !isOtherName(location.hostname) && !hasStarted(Symbol.for(`daricheh.${script}`));
}

/** Where a script was registered and then asked for once more, the first one stays. Only our own world sees the mark. */
function hasStarted(mark: symbol): boolean {
  return Reflect.get(globalThis, mark) === true || !Reflect.set(globalThis, mark, true);
}
