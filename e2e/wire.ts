import type { Person } from '@daricheh/agencies/people';
import { reveal } from './reveal.ts';
import type { Exchange } from './traffic.ts';

/** A datum of a person by the path of its claim, dots between, with its value. */
export type Datum = { readonly path: string; readonly value: string };

/** Shorter values say nothing about anybody: they stand in any text by chance. */
const shortest = 4;

/** Everything about a person that a text can be searched for. */
export function listData({ claims, declared }: Person): readonly Datum[] {
  return [...flatten(claims), ...flatten(declared, 'declared')].filter(({ value }) => value.length >= shortest);
}

function flatten(record: object, parent = ''): readonly Datum[] {
  return Object.entries(record).flatMap(([key, value]: [string, unknown]) => {
    const path = parent === '' ? key : `${parent}.${key}`;
    if (typeof value === 'object' && value !== null) return flatten(value, path);
    return typeof value === 'string' ? [{ path, value }] : [];
  });
}

/** All that an agency could read of requests: addresses, headers and bodies, encodings undone. */
export function readRequests(exchanges: readonly Exchange[]): string {
  return exchanges.map(({ url, headers, body }) => [reveal(url.href), reveal(JSON.stringify(headers)), reveal(body)].join('\n')).join('\n');
}

/** Paths of the data of `person` that stand in `text`, those apart that `allowed` values contain. */
export function findData(text: string, person: Person, allowed: readonly string[] = []): readonly string[] {
  return listData(person)
    .filter(({ value }) => stands(value, text))
    .filter(({ value }) => !allowed.some((one) => one.includes(value)))
    .map(({ path }) => path);
}

/** A short number stands in every longer one by chance, such as a time: it counts where nothing is written right beside it. */
function stands(value: string, text: string): boolean {
  if (!/^\d{1,7}$/.test(value)) return text.includes(value);
  return new RegExp(`(?<![\\w-])${value}(?![\\w-])`).test(text);
}
