import type { CallServer } from './server-client.ts';

/** A link that a wallet opens to sign the visitor in, and the cookies that bind it to this browser; undefined when the server gives none. */
export async function startSignIn(
  callServer: CallServer,
  cookie: string | undefined,
  returnTo: string,
): Promise<{ readonly link: string; readonly setCookies: readonly string[] } | undefined> {
  const json = { use: 'sign-in', channel: 'link', returnTo };
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

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
