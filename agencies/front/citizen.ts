import type { Language } from './language.ts';
import type { CallServer } from './server-client.ts';

/** Who has signed in with the wallet, in both scripts. */
export type Citizen = { readonly nationalId: string; readonly name: string; readonly nameLatin: string };

/** The citizen whose session the visitor's cookies open; undefined when nobody is signed in or the server is away. */
export async function findCitizen(callServer: CallServer, cookie: string | undefined): Promise<Citizen | undefined> {
  if (cookie === undefined) return undefined;
  const answer = await callServer({ method: 'GET', path: '/daricheh/session', cookie });
  if (answer.kind !== 'answered' || answer.status !== 200 || !isRecord(answer.json)) return undefined;
  const { signedIn, subject } = answer.json;
  if (signedIn !== true || !isRecord(subject)) return undefined;
  const { national_id: nationalId } = subject;
  if (typeof nationalId !== 'string') return undefined;
  return {
    nationalId,
    name: joinNames(subject['given_name'], subject['family_name']),
    nameLatin: joinNames(subject['given_name_latin'], subject['family_name_latin']),
  };
}

function joinNames(...names: readonly unknown[]): string {
  return names.filter((name) => typeof name === 'string' && name !== '').join(' ');
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

/** The citizen's name in the script of the page. */
export function nameOf(citizen: Citizen, language: Language): string {
  return language === 'fa' || citizen.nameLatin === '' ? citizen.name : citizen.nameLatin;
}
