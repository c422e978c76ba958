import { foldConfusables } from './fold-confusables.ts';
import { decodeLabel } from './punycode.ts';
import type { TrustedAgency, TrustList } from './trust-list.ts';

/** Why an origin may be taken for an agency's. */
export type Resemblance =
  | 'scheme'
  | 'port'
  | 'trailing-dot'
  | 'look-alike-letters'
  | 'extra-label'
  | 'extra-word'
  | 'other-ending'
  | 'one-letter';

export type LookAlike = {
  readonly agency: TrustedAgency /** The agency's own origin. */;
  readonly origin: string;
  readonly reason: Resemblance;
};

/**
 * The agency that `origin` may be taken for although it is not the agency's; undefined when the list names the origin or
 * when it resembles none. Certain only in one direction: an origin that resembles nothing may still be hostile.
 */
export function findLookAlike(list: TrustList, origin: string): LookAlike | undefined {
  const url = URL.canParse(origin) ? new URL(origin) : undefined;
  if (url === undefined || url.hostname === '') return undefined;
  if (list.agencies.some((agency) => agency.origins.includes(origin))) return undefined;
  for (const agency of list.agencies) {
    for (const genuine of agency.origins) {
      const reason = compare(url, new URL(genuine));
      if (reason !== undefined) return { agency, origin: genuine, reason };
    }
  }
  return undefined;
}

function compare(seen: URL, genuine: URL): Resemblance | undefined {
  if (seen.hostname === genuine.hostname) return seen.protocol === genuine.protocol ? 'port' : 'scheme';
  if (seen.hostname === `${genuine.hostname}.`) return 'trailing-dot';
  const seenLabels = readLabels(seen.hostname);
  const genuineLabels = readLabels(genuine.hostname);
  if (fold(seenLabels) === fold(genuineLabels)) return 'look-alike-letters';
  return compareLabels(seenLabels.map(foldConfusables), genuineLabels.map(foldConfusables));
}

function compareLabels(seen: readonly string[], genuine: readonly string[]): Resemblance | undefined {
  if (holdsRun(seen, genuine)) return 'extra-label';
  if (hasExtraWord(seen, genuine)) return 'extra-word';
  if (hasOtherEnding(seen, genuine)) return 'other-ending';
  return differInOneLetter(seen, genuine) ? 'one-letter' : undefined;
}

function readLabels(host: string): readonly string[] {
  return host.replace(/\.$/, '').split('.').map(decodeLabel);
}

function fold(labels: readonly string[]): string {
  return labels.map(foldConfusables).join('.');
}

/** `agency.gov.evil.test`: the agency's whole name stands within another's. Not `www.agency.gov`, which is the agency's own. */
function holdsRun(seen: readonly string[], genuine: readonly string[]): boolean {
  return `.${seen.join('.')}`.includes(`.${genuine.join('.')}.`);
}

/** `tax-gov.localhost` for `tax.localhost`, or `tax-gov-ir.test` for `tax.gov.ir`: the agency's words with others beside them. */
function hasExtraWord(seen: readonly string[], genuine: readonly string[]): boolean {
  const [first = '', ...rest] = seen;
  const [name = '', ...parent] = genuine;
  const words = first.split('-');
  if (words.length < 2) return false;
  const isSibling = rest.join('.') === parent.join('.');
  return (isSibling && words.includes(name)) || `-${first}-`.includes(`-${genuine.join('-')}-`);
}

/** `tax.gov.co` for `tax.gov.ir`. Not for names of two labels, whose first alone is too common a word. */
function hasOtherEnding(seen: readonly string[], genuine: readonly string[]): boolean {
  return genuine.length > 2 && seen.length === genuine.length && seen.slice(0, -1).join('.') === genuine.slice(0, -1).join('.');
}

function differInOneLetter(seen: readonly string[], genuine: readonly string[]): boolean {
  if (seen.length !== genuine.length) return false;
  const different = genuine.flatMap((label, at) => (label === seen[at] ? [] : [[label, seen[at] ?? ''] as const]));
  const [pair] = different;
  return pair !== undefined && different.length === 1 && isOneEdit(...pair);
}

/**
 * True when one letter was left out, added, exchanged with its neighbour, or replaced. A replaced letter counts from five
 * letters on only: shorter names that differ in a letter are simply other words (`tax`, `fax`).
 */
function isOneEdit(genuine: string, seen: string): boolean {
  let start = 0;
  while (start < genuine.length && genuine[start] === seen[start]) start++;
  const left = genuine.slice(start);
  const right = seen.slice(start);
  if (left.slice(1) === right || left === right.slice(1)) return true;
  if (left.slice(1) === right.slice(1)) return genuine.length >= 5;
  return left.length > 1 && left[0] === right[1] && left[1] === right[0] && left.slice(2) === right.slice(2);
}
