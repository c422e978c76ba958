import type { CallServer } from '../front/server-client.ts';

/** Who has signed in with a wallet. */
export type Applicant = { readonly name: string; readonly nationalId: string };

/** A link that a wallet opens to sign the visitor in, and the cookies that bind it to this browser; undefined when the server gives none. */
export async function startSignIn(
  callServer: CallServer,
  cookie: string | undefined,
): Promise<{ readonly link: string; readonly setCookies: readonly string[] } | undefined> {
  const json = { use: 'sign-in', channel: 'link', returnTo: '/sign-in/return' };
  const answer = await callServer({ method: 'POST', path: '/daricheh/verifier/requests', json, cookie });
  if (answer.kind !== 'answered' || answer.status >= 300 || !isRecord(answer.json)) return undefined;
  const { link } = answer.json;
  return typeof link === 'string' && link.startsWith('openid4vp://') ? { link, setCookies: answer.setCookies } : undefined;
}

/** The cookies of the session that a response code opens; undefined when the server does not take it. */
export async function redeemCode(
  callServer: CallServer,
  { code, cookie }: { code: string; cookie: string | undefined },
): Promise<readonly string[] | undefined> {
  const answer = await callServer({ method: 'POST', path: '/daricheh/verifier/sessions', json: { responseCode: code }, cookie });
  return answer.kind === 'answered' && answer.status < 300 ? answer.setCookies : undefined;
}

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
