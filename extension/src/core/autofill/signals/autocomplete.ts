import { isOwnDatum } from '@daricheh/shared/vocabulary';
import { type Concept, refusedConcepts } from '../concept.ts';
import type { Evidence } from '../evidence.ts';
import type { PageField } from '../snapshot.ts';

const refused: ReadonlySet<string> = new Set(refusedConcepts);
const renamed: Readonly<Record<string, Concept>> = {
  'new-password': 'password',
  'current-password': 'password',
  'cc-given-name': 'cc-name',
  'cc-family-name': 'cc-name',
  'tel-local-prefix': 'tel-local',
  'tel-local-suffix': 'tel-local',
  'transaction-amount': 'other',
  'transaction-currency': 'other',
  impp: 'other',
};

/** The standard's kinds of contact, before `tel`; a mobile phone is what is meant where none is said. */
const phones: Readonly<Record<string, Concept>> = { home: 'tel-home', work: 'tel-work', fax: 'fax', pager: 'other' };

/** What the page itself declares, by the tokens of the HTML standard; `section-`, `shipping` and their like are skipped. */
export function readAutocomplete(field: PageField): Evidence[] {
  const tokens = field.autocomplete.toLowerCase().split(/\s+/).filter(Boolean);
  const place = tokens.findLastIndex((candidate) => candidate !== 'webauthn');
  const [token, contact = ''] = [tokens[place], tokens[place - 1]];
  const phone = token === 'tel' && Object.hasOwn(phones, contact) ? phones[contact] : undefined;
  const concept = token === undefined ? undefined : (phone ?? readToken(token));
  return concept === undefined ? [] : [{ concept, kind: 'autocomplete', share: 1, signal: 'autocomplete', words: token ?? '' }];
}

function readToken(token: string): Concept | undefined {
  if (Object.hasOwn(renamed, token)) return renamed[token];
  if (refused.has(token)) return refusedConcepts.find((concept) => concept === token);
  return isOwnDatum(token) ? token : undefined;
}
