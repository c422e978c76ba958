import { isDeepStrictEqual } from 'node:util';
import { findLookAlike, type TrustedAgency, type TrustList, trustedAgency, trustList } from '@daricheh/shared/trust';
import { OfficeProblem } from './office-problem.ts';

export type Registered = {
  readonly agencies: readonly TrustedAgency[];
  readonly change: 'new' | 'changed' | 'none';
  /** A site of another agency that this one's resembles: wallets warn of such a likeness as long as the site is not listed, so somebody should look. */
  readonly resembles: string | null;
};

/** What an agency hands in. @throws OfficeProblem `registration-unreadable` with the members at fault, `registration-without-certificate` */
export function readRegistration(text: string): TrustedAgency {
  const parsed = trustedAgency.safeParse(parseJson(text));
  if (!parsed.success) {
    const what = parsed.error.issues.map(({ path }) => path.join('.') || '(whole)').join(', ');
    throw new OfficeProblem('registration-unreadable', { what });
  }
  if (parsed.data.certificateHashes.length === 0) throw new OfficeProblem('registration-without-certificate');
  return parsed.data;
}

/**
 * The agencies of the list with this one among them, in the place of its earlier entry where it has one.
 * @throws OfficeProblem `registration-conflict` when a site or certificate of it is another's
 */
export function registerAgency(list: TrustList, agency: TrustedAgency): Registered {
  const others = list.agencies.filter(({ id }) => id !== agency.id);
  const before = list.agencies.find(({ id }) => id === agency.id);
  const agencies = before === undefined ? [...others, agency] : list.agencies.map((each) => (each === before ? agency : each));
  // The list's own rules say what stands for two.
  if (!trustList.safeParse({ ...list, agencies }).success) throw new OfficeProblem('registration-conflict', { what: agency.id });
  const likeness = agency.origins
    .map((origin) => findLookAlike({ ...list, agencies: others }, origin))
    .find((found) => found !== undefined);
  const change = before === undefined ? 'new' : isDeepStrictEqual(before, agency) ? 'none' : 'changed';
  return { agencies, change, resembles: likeness?.origin ?? null };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new OfficeProblem('registration-unreadable', { what: 'JSON', cause });
  }
}
