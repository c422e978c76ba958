import { decodeBase64Url, encodeBase64Url } from '@daricheh/shared/encoding';
import { type AssertionChanges, createTestPasskey, randomBytes, type TestPasskey } from '@daricheh/shared/testing';
import { type DemoAgencyId, enrolmentCodeOf, originOf, type TestApp, type TestRequest } from './test-app.ts';

export type CeremonyChanges = AssertionChanges & {
  readonly challenge?: string;
  /** The passkey that answers; the first that the caseworker had when absent. */
  readonly with?: TestPasskey;
  /** Id under which the answer is given. */
  readonly id?: string;
  /** What an attacker makes of an attestation object. */
  readonly mutate?: (attestation: Uint8Array) => Uint8Array;
};

/** A caseworker at a browser: keeps the session's cookie, and says where its requests come from. */
export type TestCaseworker = {
  readonly passkey: TestPasskey;
  enrol(changes?: CeremonyChanges & { code?: string; name?: string }): Promise<Response>;
  signIn(changes?: CeremonyChanges): Promise<Response>;
  /** An answer to a fresh request to show a passkey again, to be sent along with an act. */
  confirm(changes?: CeremonyChanges): Promise<object>;
  /** Adds one more passkey, after showing one. */
  add(passkey: TestPasskey, changes?: CeremonyChanges & { name?: string; confirmation?: object }): Promise<Response>;
  /** Uses a recovery link. */
  recover(code: string, passkey: TestPasskey, changes?: CeremonyChanges): Promise<Response>;
  open(path: string, headers?: Record<string, string>): Promise<Response>;
  post(path: string, request: TestRequest): Promise<Response>;
  readCookie(): string;
};

const base = '/daricheh/caseworker';

/** A passkey of an agency's site, with an id of its own. */
export function createDeskPasskey(agency: DemoAgencyId, { idBytes = 16 } = {}): TestPasskey {
  return createTestPasskey({ rpId: `${agency}.localhost`, id: encodeBase64Url(randomBytes(idBytes)) });
}

/** Somebody with a passkey of that agency's site, not yet enrolled. */
export function createTestCaseworker(
  { send }: Pick<TestApp, 'send'>,
  agency: DemoAgencyId,
  first = createDeskPasskey(agency),
): TestCaseworker {
  const origin = originOf(agency);
  let cookie = '';
  const from = { origin, 'sec-fetch-site': 'same-origin' };
  const post: TestCaseworker['post'] = async (path, request) => {
    const answer = await send(agency, path, { ...request, headers: { ...from, cookie, ...request.headers } });
    const set = answer.headers.getSetCookie().find((text) => text.includes('daricheh_caseworker='));
    if (set !== undefined) cookie = set.split(';', 1)[0] ?? '';
    return answer;
  };
  const getChallenge = async (path: string, json: object, changes: CeremonyChanges): Promise<Uint8Array> => {
    const answer = await post(`${base}/${path}/options`, { json });
    const { challenge } = (await answer.json()) as { challenge?: string };
    return decodeBase64Url(changes.challenge ?? challenge ?? 'AAAA');
  };
  const register = (challenge: Uint8Array, passkey: TestPasskey, { mutate, id, ...changes }: CeremonyChanges): object => {
    const { credentialId, ...response } = passkey.register(challenge, { origin, ...changes });
    const attestationObject = mutate ? encodeBase64Url(mutate(decodeBase64Url(response.attestationObject))) : response.attestationObject;
    return describeAnswer(id ?? credentialId, { ...response, attestationObject });
  };
  const assert = (challenge: Uint8Array, { with: passkey = first, id, ...changes }: CeremonyChanges): object => {
    const { credentialId, ...response } = passkey.assert(challenge, { origin, ...changes });
    return describeAnswer(id ?? credentialId, response);
  };
  const confirm: TestCaseworker['confirm'] = async (changes = {}) => assert(await getChallenge('confirm', {}, changes), changes);
  return {
    ...{ passkey: first, post, confirm },
    enrol: async ({ code = enrolmentCodeOf(agency), name = 'مینا', ...changes } = {}) => {
      const challenge = await getChallenge('enrol', { code, name }, changes);
      return post(`${base}/enrol`, { json: { code, name, response: register(challenge, changes.with ?? first, changes) } });
    },
    signIn: async (changes = {}) =>
      post(`${base}/sign-in`, { json: { response: assert(await getChallenge('sign-in', {}, changes), changes) } }),
    add: async (passkey, { name = 'تلفن', confirmation, ...changes } = {}) => {
      const wish = { name, confirmation: confirmation ?? (await confirm()) };
      const challenge = await getChallenge('account/passkeys', wish, changes);
      return post(`${base}/account/passkeys`, { json: { name, response: register(challenge, passkey, changes) } });
    },
    recover: async (code, passkey, changes = {}) => {
      const challenge = await getChallenge('recover', { code }, changes);
      return post(`${base}/recover`, { json: { code, response: register(challenge, passkey, changes) } });
    },
    open: (path, headers = {}) => send(agency, path, { headers: { accept: 'text/html', cookie, ...headers } }),
    readCookie: () => cookie,
  };
}

function describeAnswer(id: string, response: object): object {
  return { id, rawId: id, type: 'public-key', response };
}
