import type { CallServer } from '../front/server-client.ts';

/** Who has signed in with a wallet. */
export type Applicant = { readonly name: string; readonly nationalId: string };

/** Who is signed in, by the visitor's cookies. */
export async function findApplicant(callServer: CallServer, cookie: string | undefined): Promise<Applicant | undefined> {
  if (cookie === undefined || !cookie.includes('daricheh_session')) return undefined;
  const answer = await callServer({ method: 'GET', path: '/daricheh/session', cookie });
  if (answer.kind !== 'answered' || !isRecord(answer.json) || answer.json['signedIn'] !== true) return undefined;
  const { subject } = answer.json;
  if (!isRecord(subject) || typeof subject['national_id'] !== 'string') return undefined;
  const latin = join(subject['given_name_latin'], subject['family_name_latin']);
  return { name: latin === '' ? join(subject['given_name'], subject['family_name']) : latin, nationalId: subject['national_id'] };
}

function join(...names: readonly unknown[]): string {
  return names.filter((name) => typeof name === 'string' && name !== '').join(' ');
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
