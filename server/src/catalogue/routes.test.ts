import { describe, expect, it } from 'vitest';
import { createTestApp } from '../testing/test-app.ts';

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

describe('the script tag', () => {
  it('is served, and not again to whoever has it', async () => {
    const { send } = await createTestApp({ kit: new TextEncoder().encode('let a;') });
    const first = await send('tax', '/daricheh/kit.js');
    const tag = first.headers.get('etag') ?? '';
    expect([first.headers.get('content-type'), await first.text()]).toEqual(['text/javascript; charset=utf-8', 'let a;']);
    const second = await send('tax', '/daricheh/kit.js', { headers: { 'if-none-match': tag } });
    expect([second.status, await second.text()]).toEqual([304, '']);
  });

  it('is not found where none was built', async () => {
    const { send } = await createTestApp();
    expect((await send('tax', '/daricheh/kit.js')).status).toBe(404);
  });
});
