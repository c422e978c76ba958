import { beforeEach, describe, expect, it, vi } from 'vitest';
import { answerJson, createIssuingWorld, type IssuingWorld } from '../../core/credentials/testing/issuing-world.ts';
import type { PromptRequest } from '../../core/prompts/prompt-request.ts';
import { createReceiveFeature } from './background.ts';

type Ports = Parameters<typeof createReceiveFeature>[0];

const page = { tabId: 1, frameId: 0, documentId: 'd', origin: 'https://registry.example' };
const window = { kind: 'extension', page: 'consent.html', search: '', tabId: null } as const;
let world: IssuingWorld;
let request: PromptRequest;
const tabs = { open: vi.fn(async () => 7), close: vi.fn(async () => undefined), showPrompt: vi.fn(async () => undefined) };

beforeEach(async () => {
  vi.clearAllMocks();
  world = await createIssuingWorld();
  request = { kind: 'receive', href: world.link, grant: null, signIn: null };
});

/** The feature with one question open, whose request the test can read. */
function open() {
  const prompt = () => ({ id: 'p', page, createdAtMs: 0, request });
  const desk = {
    require: async () => prompt(),
    listOpen: async () => [prompt()],
    update: async (_id: string, next: PromptRequest) => {
      request = next;
    },
    end: async () => undefined,
  };
  const checkStatus = async () => async () => ({ asOf: new Date(0), isFresh: true, token: 'status token' });
  const passkeys = async () => ({ passkeys: [], wallet: { origin: 'o', rpId: 'o' } });
  return createReceiveFeature({
    ...world.ports,
    desk,
    passkeys,
    checkStatus,
    tabs,
    clientId: 'chrome-extension://w',
    isUsable: async () => true,
  } as unknown as Ports);
}

describe('a link to a document', () => {
  it('is not followed from a site where the wallet is switched off, although our script may still be in its page', async () => {
    const ask = vi.fn();
    const { handlers } = createReceiveFeature({ desk: { ask }, isUsable: async () => false } as unknown as Ports);
    const sender = { kind: 'content', tabId: 1, frameId: 0, documentId: 'd', origin: 'https://shop.test' } as const;
    const followed = handlers['receive/follow']({ href: 'openid-credential-offer://?x' }, sender);
    await expect(followed).rejects.toMatchObject({ code: 'site_not_allowed' });
    expect(ask).not.toHaveBeenCalled();
  });
});

describe('a second code', () => {
  const prepare = (txCode: string | null) => open().handlers['receive/prepare']({ id: 'p', txCode }, window);

  it('that is wrong is told with how many tries are left, and nothing is taken', async () => {
    world.answers['/token'] = () => answerJson({ error: 'invalid_grant', code: 'tx_code_wrong', facts: { left: 4 } }, 400);
    expect(await prepare('000000')).toEqual({ kind: 'wrong-code', triesLeft: 4 });
    expect(request).toMatchObject({ grant: null });
  });

  it('that is right brings the token, which is asked for once', async () => {
    expect(await prepare('123456')).toEqual({ kind: 'ready', gesture: null });
    expect(await prepare('123456')).toEqual({ kind: 'ready', gesture: null });
    expect(world.sent.filter(({ url }) => url.endsWith('/token')).map(({ body }) => new URLSearchParams(body).get('tx_code'))).toEqual([
      '123456',
    ]);
  });
});

describe('a sign-in at the issuer', () => {
  beforeEach(() => {
    const { origin } = world.issuer;
    world.answers['/offers/1'] = () =>
      answerJson({ credential_issuer: origin, credential_configuration_ids: ['identity'], grants: { authorization_code: {} } });
    world.answers['/.well-known/oauth-authorization-server'] = () =>
      answerJson({
        issuer: origin,
        token_endpoint: `${origin}/token`,
        authorization_endpoint: `${origin}/authorize`,
        pushed_authorization_request_endpoint: `${origin}/par`,
        grant_types_supported: ['authorization_code'],
        code_challenge_methods_supported: ['S256'],
        authorization_response_iss_parameter_supported: true,
      });
    world.answers['/par'] = () => answerJson({ request_uri: 'urn:x:1', expires_in: 60 }, 201);
  });

  const readStage = (feature: ReturnType<typeof open>) => feature.handlers['receive/stage']({ id: 'p' }, window);
  const returned = (changes: Record<string, string> = {}) => {
    const pushed = new URLSearchParams(world.sent.find(({ url }) => url.endsWith('/par'))?.body);
    const query = new URLSearchParams({ code: 'c', state: pushed.get('state') ?? '', iss: world.issuer.origin, ...changes });
    return `${pushed.get('redirect_uri')}?${query}`;
  };

  it('opens in a tab beside the page, and what comes back there is taken', async () => {
    const feature = open();
    expect(await readStage(feature)).toEqual({ kind: 'offered' });
    await feature.handlers['receive/sign-in']({ id: 'p' }, window);
    expect(tabs.open).toHaveBeenCalledWith(
      `${world.issuer.origin}/authorize?client_id=chrome-extension%3A%2F%2Fw&request_uri=urn%3Ax%3A1`,
      1,
    );
    expect(await readStage(feature)).toEqual({ kind: 'signing-in' });
    await feature.tabMoved(7, `${world.issuer.origin}/login`);
    expect(tabs.close).not.toHaveBeenCalled();
    await feature.tabMoved(7, returned());
    expect(await readStage(feature)).toEqual({ kind: 'accepted' });
    expect([tabs.close.mock.calls, tabs.showPrompt.mock.calls]).toEqual([[[7]], [['p']]]);
    expect(await feature.handlers['receive/prepare']({ id: 'p', txCode: null }, window)).toEqual({ kind: 'ready', gesture: null });
  });

  it('D3: takes nothing that comes to another tab, or comes twice', async () => {
    const feature = open();
    await feature.handlers['receive/sign-in']({ id: 'p' }, window);
    await feature.tabMoved(8, returned());
    expect(await readStage(feature)).toEqual({ kind: 'signing-in' });
    await feature.tabMoved(7, returned());
    await feature.tabMoved(7, returned({ code: 'another' }));
    expect(world.sent.filter(({ url }) => url.endsWith('/token'))).toHaveLength(1);
  });

  it.each([
    ['another state', { state: 'x' }, 'authorization_answer_invalid'],
    ['another issuer', { iss: 'https://evil.example' }, 'authorization_answer_invalid'],
  ])('D3: says why it failed with %s, and can be begun anew', async (_what, changes, code) => {
    const feature = open();
    await feature.handlers['receive/sign-in']({ id: 'p' }, window);
    await feature.tabMoved(7, returned(changes));
    expect(await readStage(feature)).toEqual({ kind: 'failed', code });
    expect(world.sent.some(({ url }) => url.endsWith('/token'))).toBe(false);
    await feature.handlers['receive/sign-in']({ id: 'p' }, window);
    expect(await readStage(feature)).toEqual({ kind: 'signing-in' });
  });
});
