import type { PageContext } from './evidence.ts';
import { findLanguages } from './page-languages.ts';
import { createNameReader, createReader, readText } from './read-text.ts';
import type { PageSnapshot } from './snapshot.ts';

/** What signals look at beside a field; texts are read once. */
export function createPageContext(snapshot: PageSnapshot): PageContext {
  const languages = findLanguages(snapshot);
  return {
    snapshot,
    following: new Map(snapshot.fields.slice(1).map((next, place) => [snapshot.fields[place] ?? next, next])),
    languages,
    sharedIds: findSharedIds(snapshot),
    readText: createReader((text) => readText(text, languages)),
    readName: createNameReader(),
  };
}

function findSharedIds({ fields }: PageSnapshot): Set<string> {
  const seen = new Set<string>();
  const ids = fields.filter((field) => field.control !== 'radio').map((field) => field.id);
  return new Set(ids.filter((id) => id !== '' && (seen.has(id) || !seen.add(id))));
}
