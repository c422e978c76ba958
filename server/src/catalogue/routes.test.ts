import { formMapPath, openFormMap } from '@daricheh/shared/form-map';
import { toPem } from '@daricheh/shared/testing';
import { createChainVerifier } from '@daricheh/shared/x509';
import { describe, expect, it } from 'vitest';
import { createAgency } from '../agencies/agency.ts';
import { createTestApp, originOf, startOfTests } from '../testing/test-app.ts';

describe('the list of services', () => {
  const catalogue = {
    '@context': 'https://schema.org',
    '@type': 'GovernmentOrganization',
    name: { fa: 'مالیات', en: 'Tax' },
    url: 'http://tax.localhost:8570/',
    makesOffer: [],
  } as const;

  it('is told by an agency that has one, and by no other', async () => {
    const { deps } = await createTestApp();
    const agencies = deps.agencies.map((agency) =>
      agency.id === 'tax' ? { ...agency, catalogue: { ...catalogue, makesOffer: [] } } : agency,
    );
    const { send } = await createTestApp({ agencies });
    const response = await send('tax', '/.well-known/services.jsonld');
    expect([response.headers.get('content-type'), await response.json()]).toEqual(['application/ld+json', catalogue]);
    expect((await send('passport', '/.well-known/services.jsonld')).status).toBe(404);
  });
});

describe('the form map', () => {
  const forms = [{ paths: ['/levy'], marks: ['r14'], fields: [{ control: 'r14', datum: 'national-id' as const }] }];
  const dayMs = 86_400_000;

  /** The test's tax agency, with a map. */
  async function openApp() {
    const { authority, deps } = await createTestApp();
    const { keyPem: sealKeyPem, certPem: sealCertPem } = toPem(authority.seals.get('tax') ?? authority.root);
    const base = { id: 'tax', name: { fa: 'مالیات', en: 'Tax' }, origin: originOf('tax'), sealKeyPem, sealCertPem, apiKey: 'key' };
    const tax = await createAgency({ ...base, formMap: { version: 4, days: 2, forms } });
    const clock = { now: startOfTests };
    const { send } = await createTestApp({ agencies: deps.agencies.map((each) => (each.id === 'tax' ? tax : each)), now: () => clock.now });
    const { verifyP256, sha256 } = deps;
    const open = (text: string, at: Date) => {
      const ports = { verifyChain: createChainVerifier({ anchors: [authority.root.der], verifyP256 }), verifyP256, sha256 };
      const { origin, seal } = tax;
      return openFormMap(text, { origin, certificateHashes: [seal.certificateHash], at, lastVersion: 0 }, ports);
    };
    return { send, clock, open };
  }

  it('is served under the agency’s seal, to be kept for an hour, and by no other agency', async () => {
    const { send, open } = await openApp();
    const answer = await send('tax', formMapPath);
    expect([answer.status, answer.headers.get('content-type'), answer.headers.get('cache-control')]).toEqual([
      ...[200, 'application/jose', 'public, max-age=3600'],
    ]);
    const issuedAt = startOfTests.toISOString();
    expect(await open(await answer.text(), startOfTests)).toMatchObject({ origin: originOf('tax'), version: 4, issuedAt, forms });
    expect((await send('passport', formMapPath)).status).toBe(404);
  });

  it('is signed once a day, and never handed out when it has run out', async () => {
    const { send, clock, open } = await openApp();
    const read = async () => (await send('tax', formMapPath)).text();
    const first = await read();
    expect(await read()).toBe(first);
    clock.now = new Date(startOfTests.getTime() + 3 * dayMs);
    const later = await read();
    await expect(open(first, clock.now)).rejects.toMatchObject({ code: 'form_map_expired' });
    expect((await open(later, clock.now)).issuedAt).toBe(clock.now.toISOString());
  });
});
