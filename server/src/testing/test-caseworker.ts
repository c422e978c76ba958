import { decodeBase64Url, encodeBase64Url } from '@daricheh/shared/encoding';
import { type AssertionChanges, createTestPasskey, randomBytes, type TestPasskey } from '@daricheh/shared/testing';
import { type DemoAgencyId, enrolmentCodeOf, originOf, type TestApp, type TestRequest } from './test-app.ts';

export type CeremonyChanges = AssertionChanges & { readonly challenge?: string };

/** A caseworker at a browser: keeps the session's cookie, and says where its requests come from. */
export type TestCaseworker = {
  readonly passkey: TestPasskey;
  enrol(changes?: CeremonyChanges & { code?: string; name?: string }): Promise<Response>;
  signIn(changes?: CeremonyChanges): Promise<Response>;
  open(path: string, headers?: Record<string, string>): Promise<Response>;
  post(path: string, request: TestRequest): Promise<Response>;
};

const base = '/daricheh/caseworker';

/** Somebody with a passkey of that agency's site, not yet enrolled. */
export function createTestCaseworker({ send }: TestApp, agency: DemoAgencyId): TestCaseworker {
  const [rpId, origin] = [`${agency}.localhost`, originOf(agency)];
  const id = encodeBase64Url(randomBytes(16));
  const passkey = createTestPasskey({ rpId, id });
  let cookie = '';
  const from = { origin, 'sec-fetch-site': 'same-origin' };
  const post: TestCaseworker['post'] = async (path, request) => {
    const answer = await send(agency, path, { ...request, headers: { ...from, cookie, ...request.headers } });
    const set = answer.headers.getSetCookie().find((text) => text.startsWith('daricheh_caseworker='));
    if (set !== undefined) cookie = set.split(';', 1)[0] ?? '';
    return answer;
  };
  const getChallenge = async (path: string, json: object, changes: CeremonyChanges): Promise<string> => {
    const answer = await post(`${base}/${path}/options`, { json });
    const { challenge } = (await answer.json()) as { challenge?: string };
    return changes.challenge ?? challenge ?? 'AAAA';
  };
  return {
    ...{ passkey, post },
    enrol: async ({ code = enrolmentCodeOf(agency), name = 'مینا', ...changes } = {}) => {
      const challenge = await getChallenge('enrol', { code, name }, changes);
      const { credentialId, ...response } = passkey.register(decodeBase64Url(challenge), { origin, ...changes });
      return post(`${base}/enrol`, {
        json: { code, name, response: { id: credentialId, rawId: credentialId, type: 'public-key', response } },
      });
    },
    signIn: async (changes = {}) => {
      const challenge = await getChallenge('sign-in', {}, changes);
      const { credentialId, ...response } = passkey.assert(decodeBase64Url(challenge), { origin, ...changes });
      return post(`${base}/sign-in`, { json: { response: { id: credentialId, rawId: credentialId, type: 'public-key', response } } });
    },
    open: (path, headers = {}) => send(agency, path, { headers: { accept: 'text/html', cookie, ...headers } }),
  };
}
