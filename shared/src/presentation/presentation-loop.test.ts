import { beforeAll, describe, expect, it } from 'vitest';
import { parseStrictJson } from '../encoding/index.ts';
import { createPresentationWorld, type PresentationWorld, testDisclosures } from '../testing/index.ts';
import {
  answerPresentation,
  openResponse,
  type PresentationRequest,
  readPostAnswer,
  readPresentationRequest,
  verifyVpToken,
} from './index.ts';

// The whole way between a wallet and a verifier, in both directions, with nothing between them but JSON text.

let world: PresentationWorld;

beforeAll(async () => {
  world = await createPresentationWorld();
});

const overTheWire = <T>(value: T): T => JSON.parse(JSON.stringify(value));

async function readLink(requestObject: string, options: { method?: string } = {}): Promise<PresentationRequest> {
  const uri = `openid4vp://?client_id=${encodeURIComponent(world.clientId)}&request_uri=${encodeURIComponent(`${world.origin}/object`)}${options.method ?? ''}`;
  const fetchText = async () => ({ status: 200, contentType: 'application/oauth-authz-req+jwt', text: requestObject });
  return readPresentationRequest({ kind: 'link', uri, origin: world.origin }, { ...world.readPorts, fetchText });
}

describe('a presentation, from request to verified claims', () => {
  it('goes over the Digital Credentials API', async () => {
    const data = overTheWire({ request: await world.sign() });
    const request = await readPresentationRequest(
      { kind: 'dc_api', protocol: 'openid4vp-v1-signed', data, origin: world.origin },
      world.readPorts,
    );
    const answer = await answerPresentation(overTheWire(request), testDisclosures, world.presentPorts);
    if (answer.kind !== 'dc_api') throw new Error(answer.kind);
    const opened = await openResponse(overTheWire(answer.data), world.decryptionKey);
    if (opened.kind !== 'vp_token') throw new Error(opened.error);
    const [verified] = await verifyVpToken(opened.vpToken, world.expected, world.verifyPorts);
    expect(verified?.claims).toEqual({ given_name: 'Sara', address: { postal_code: '1234567890' } });
    expect(verified?.credential.claims).not.toHaveProperty('family_name');
    expect(verified?.credential.claims['address']).toEqual({ postal_code: '1234567890' });
  });

  it('goes by a link and a post', async () => {
    const route = { mode: 'direct_post.jwt', responseUri: `${world.origin}/answer`, state: 'state-of-256-bits' } as const;
    const request = await readLink(await world.sign({ route }));
    const answer = await answerPresentation(request, testDisclosures, world.presentPorts);
    if (answer.kind !== 'post') throw new Error(answer.kind);
    expect([answer.uri, Object.keys(answer.form)]).toEqual([`${world.origin}/answer`, ['response']]);
    const opened = await openResponse(overTheWire(answer.form), world.decryptionKey);
    if (opened.kind !== 'vp_token') throw new Error(opened.error);
    expect(opened.state).toBe('state-of-256-bits');
    const [verified] = await verifyVpToken(opened.vpToken, { ...world.expected, audience: world.clientId }, world.verifyPorts);
    expect(verified?.claims).toEqual({ given_name: 'Sara', address: { postal_code: '1234567890' } });
    expect(readPostAnswer(`{"redirect_uri":"${world.origin}/back#response_code=1"}`, request)).toEqual({
      redirectUri: `${world.origin}/back#response_code=1`,
    });
  });

  it('goes unencrypted where the request asks for no more', async () => {
    const request = await readLink(await world.sign({ route: { mode: 'direct_post', responseUri: `${world.origin}/answer` } }));
    const answer = await answerPresentation(request, testDisclosures, world.presentPorts);
    if (answer.kind !== 'post') throw new Error(answer.kind);
    const opened = await openResponse(answer.form, null);
    expect(opened).toEqual({ kind: 'vp_token', vpToken: parseStrictJson(answer.form['vp_token'] ?? ''), state: null });
  });
});
