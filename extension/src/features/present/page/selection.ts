/** The keys of what is on, and how one changes. */
export type Selection = {
  has(key: string): boolean;
  /** Switches one on or off. */
  set(key: string, isOn: boolean): void;
  /** Switches one of `keys` on and the others off; all of them where it is null. */
  choose(key: string | null, keys: readonly string[]): void;
};

/** A selection over the keys that a page keeps as its state. */
export function createSelection(keys: readonly string[], onChange: (keys: readonly string[]) => void): Selection {
  const without = (gone: readonly string[]) => keys.filter((key) => !gone.includes(key));
  return {
    has: (key) => keys.includes(key),
    set: (key, isOn) => onChange(isOn ? [...without([key]), key] : without([key])),
    choose: (key, among) => onChange(key === null ? without(among) : [...without(among), key]),
  };
}
