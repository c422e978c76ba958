import type { Json } from '../../encoding/index.ts';

/** Gives a whole number from 0 up to, and not with, `below`. */
export type Random = (below: number) => number;

/** Numbers that are the same in every run (xorshift, 32 bits). @param seed any number but 0 */
export function createRandom(seed: number): Random {
  let state = seed;
  return (below) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % below;
  };
}

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.~= "{}[]:,\\\u0000\u200cی';

/** The text with one accident in it: a letter changed, put in or lost, a stretch lost, moved or doubled, the end cut off. */
export function mutateText(text: string, random: Random): string {
  const at = random(text.length);
  const to = random(text.length);
  const letter = letters.charAt(random(letters.length));
  const accidents = [
    () => text.slice(0, at) + letter + text.slice(at + 1),
    () => text.slice(0, at) + letter + text.slice(at),
    () => text.slice(0, at) + text.slice(at + 1 + random(40)),
    () => text.slice(0, at),
    () => text.slice(0, at) + text.slice(to),
    () => text.slice(0, at) + text.slice(to, to + 60) + text.slice(at),
  ];
  return pick(accidents, random)();
}

/** The bytes with one accident in them; a bit flipped is the commonest. */
export function mutateBytes(bytes: Uint8Array<ArrayBuffer>, random: Random): Uint8Array<ArrayBuffer> {
  const at = random(bytes.length);
  const flipped = new Uint8Array(bytes);
  flipped[at] = (flipped[at] ?? 0) ^ (1 << random(8));
  const kinds = [
    () => flipped,
    () => flipped,
    () => bytes.slice(0, at),
    () => new Uint8Array([...bytes.slice(0, at), ...bytes.slice(random(bytes.length))]),
    () => new Uint8Array([...bytes.slice(0, at), random(256), ...bytes.slice(at)]),
  ];
  return pick(kinds, random)();
}

const strangers: readonly Json[] = [null, true, 0, -1, 1.5, 2 ** 53, '', 'x', '\u0000', [], {}, [[]], { constructor: 1 }, 'a'.repeat(5000)];

/** The value with its structure changed in one place: a member lost, renamed, doubled, nested, or of another kind. */
export function mutateJson(value: Json, random: Random): Json {
  if (isList(value)) return value.length > 0 && random(3) > 0 ? mutateElement(value, random) : pick(strangers, random);
  if (typeof value === 'object' && value !== null) return mutateMember(value, random);
  return pick(strangers, random);
}

function mutateElement(list: readonly Json[], random: Random): Json {
  const at = random(list.length);
  const element = list[at] ?? null;
  const kinds = [
    () => list.filter((_each, index) => index !== at),
    () => [...list, element],
    () => list.with(at, mutateJson(element, random)),
    () => list.with(at, mutateJson(element, random)),
    () => list.with(at, [element]),
  ];
  return pick<() => Json>(kinds, random)();
}

function mutateMember(object: { readonly [name: string]: Json }, random: Random): Json {
  const names = Object.keys(object);
  const name = names[random(Math.max(names.length, 1))];
  if (name === undefined) return pick(strangers, random);
  const { [name]: member = null, ...rest } = object;
  const kinds = [
    () => rest,
    () => ({ ...rest, [`${name}x`]: member }),
    () => ({ ...object, [pick(['__proto__x', 'constructor', 'toString', 'd', 'crit', '...'], random)]: pick(strangers, random) }),
    () => ({ ...object, [name]: mutateJson(member, random) }),
    () => ({ ...object, [name]: mutateJson(member, random) }),
    () => ({ ...object, [name]: pick(strangers, random) }),
  ];
  return pick<() => Json>(kinds, random)();
}

function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}

function pick<Item>(items: readonly Item[], random: Random): Item {
  return items[random(items.length)] as Item;
}
