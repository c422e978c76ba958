import type { Service } from '@daricheh/shared/catalogue';
import type { LocalizedText } from '@daricheh/shared/trust';
import { foldForMatching } from '@daricheh/shared/vocabulary';

/** One service of one agency, as the list shows it. */
export type OfferedService = {
  readonly agency: { readonly id: string; readonly name: LocalizedText; readonly origin: string };
  readonly service: Service;
};

/**
 * The services in which every word of `words` occurs, in either language, as part of a word: in the service's name first,
 * then in its agency's, then in its description. Spelling is forgiven as in labels (ي/ی, ك/ک, half spaces, digits,
 * accents). No words: every service, as given.
 */
export function searchServices(services: readonly OfferedService[], words: string): OfferedService[] {
  const wanted = foldForMatching(words).split(' ').filter(Boolean);
  return services
    .map((offered, index) => ({ offered, index, rank: rankService(offered, wanted) }))
    .filter((found) => found.rank !== undefined)
    .sort((a, b) => (a.rank ?? 0) - (b.rank ?? 0) || a.index - b.index)
    .map((found) => found.offered);
}

/** The part in which the last of the words is found; lower is closer. Undefined when a word is nowhere. */
function rankService({ agency, service }: OfferedService, wanted: readonly string[]): number | undefined {
  const parts = [service.name, agency.name, service.description].map(foldBoth);
  const ranks = wanted.map((word) => parts.findIndex((part) => part.includes(word)));
  return ranks.includes(-1) ? undefined : Math.max(0, ...ranks);
}

/** With and without spaces: «گذرنامه» and «گذر نامه» are the same to whoever looks for it. */
function foldBoth(text: LocalizedText): string {
  const folded = foldForMatching(`${text.fa} ${text.en}`);
  return `${folded} ${folded.replaceAll(' ', '')}`;
}
