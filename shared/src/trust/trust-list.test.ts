import { describe, expect, it } from 'vitest';
import { createTestAgency, createTestTrustList } from '../testing/index.ts';
import { isRegisteredAddress } from './registered-address.ts';
import { trustList } from './trust-list.ts';

const origin = 'https://tax.gov.example';
const hash = 'A'.repeat(43);
const agency = createTestAgency({ id: 'tax', origins: [origin], certificateHashes: [hash] });
const issuer = { issuer: 'https://registry.gov.example', name: agency.name, documents: [{ vct: 'urn:daricheh:identity:1' }] };
const sound = createTestTrustList({ agencies: [agency], issuers: [issuer] });
const withAgency = (parts: object) => ({ ...sound, agencies: [{ ...agency, ...parts }] });
const withDocument = (document: object) => ({ ...sound, issuers: [{ ...issuer, documents: [document] }] });
const nextRoot = { certificate: 'MII', from: '2026-02-01T00:00:00Z', aloneFrom: '2026-08-01T00:00:00Z' };

describe('the form of a trust list', () => {
  it.each([
    ['with an agency and an issuer', sound],
    ['that announces the next root', { ...sound, nextRoot }],
    [
      'with an mdoc type, its time and its certificate',
      withDocument({ doctype: 'org.iso.18013.5.1.mDL', from: sound.issuedAt, certificateHashes: [hash] }),
    ],
    ['with origins on this machine', withAgency({ origins: ['http://tax.localhost:8470'] })],
    ['with a telephone for complaints', withAgency({ contact: 'tel:+982100000000' })],
  ])('is accepted %s', (_what, list) => {
    expect(trustList.parse(list)).toEqual(list);
  });

  it.each([
    ['of the version before', { ...sound, type: 'daricheh.trust-list.v1' }],
    ['with a member that it does not know', { ...sound, more: 1 }],
    ['without a next update', { ...sound, nextUpdate: undefined }],
    ['whose next update is before it', { ...sound, nextUpdate: sound.issuedAt }],
    ['whose time is no time', { ...sound, issuedAt: 'yesterday' }],
    ['whose serial is no whole number', { ...sound, serial: 1.5 }],
    ['published over http', { ...sound, location: 'http://trust.example/trust-list' }],
    ['whose next root is alone before it begins', { ...sound, nextRoot: { ...nextRoot, aloneFrom: nextRoot.from } }],
    ['with an origin over http', withAgency({ origins: ['http://tax.gov.example'] })],
    ['with an origin that has a path', withAgency({ origins: [`${origin}/`] })],
    ['with an origin in capitals', withAgency({ origins: ['https://TAX.gov.example'] })],
    ['with an agency at no origin', withAgency({ origins: [] })],
    ['with a hash that is too short', withAgency({ certificateHashes: ['A'] })],
    ['with an address that has a query', withAgency({ addresses: { responseUris: [`${origin}/answer?x=1`] } })],
    ['with an address over http', withAgency({ addresses: { requestUris: ['http://tax.gov.example/'] } })],
    ['with an address that climbs', withAgency({ addresses: { requestUris: [`${origin}/a/../b`] } })],
    ['with an address that has a user', withAgency({ addresses: { redirectUris: ['https://me@tax.gov.example/'] } })],
    ['with a webhook host that is an address', withAgency({ addresses: { webhookHosts: [`${origin}/`] } })],
    ['with an address for a use that it does not know', withAgency({ addresses: { otherUris: [] } })],
    ['with a contact that runs script', withAgency({ contact: 'javascript:alert(1)' })],
    ['without a contact', withAgency({ contact: undefined })],
    ['with a document of both formats', withDocument({ vct: 'a', doctype: 'b' })],
    ['with a document of neither', withDocument({ from: sound.issuedAt })],
    ['with an issuer of nothing', { ...sound, issuers: [{ ...issuer, documents: [] }] }],
    ['with an issuer twice', { ...sound, issuers: [issuer, issuer] }],
    ['with one origin for two agencies', { ...sound, agencies: [agency, { ...agency, id: 'other', certificateHashes: [] }] }],
    [
      'with one id for two agencies',
      { ...sound, agencies: [agency, { ...agency, origins: ['https://a.example'], certificateHashes: [] }] },
    ],
    ['with one certificate for two agencies', { ...sound, agencies: [agency, { ...agency, id: 'b', origins: ['https://a.example'] }] }],
  ])('is refused %s', (_what, list) => {
    expect(trustList.safeParse(list).success).toBe(false);
  });
});

describe('an address in a request', () => {
  const addresses = {
    responseUris: [`${origin}/answers/`],
    requestUris: [`${origin}/request`],
    redirectUris: [`${origin}/`],
    webhookHosts: ['hooks.tax.gov.example', 'hooks.localhost:8470'],
  };

  it.each([
    ['response', `${origin}/answers/17`],
    ['response', `${origin}/answers/17?state=1`],
    ['request', `${origin}/request`],
    ['request', `${origin}/request?id=17`],
    ['redirect', `${origin}/done#response_code=17`],
    ['webhook', 'https://hooks.tax.gov.example/any'],
    ['webhook', 'http://hooks.localhost:8470/any'],
  ] as const)('B14: is registered for a %s: %s', (use, address) => {
    expect(isRegisteredAddress({ addresses }, use, address)).toBe(true);
  });

  it.each([
    ['response', `${origin}/request`],
    ['response', `${origin}/answers/../request`],
    ['response', `${origin}/answers/%2e%2e/request`],
    ['response', `${origin}/answers/17#fragment`],
    ['response', `${origin}/answers`],
    ['response', 'https://tax.gov.example.evil.test/answers/17'],
    ['response', 'https://tax.gov.example:444/answers/17'],
    ['response', 'https://me@tax.gov.example/answers/17'],
    ['response', 'http://tax.gov.example/answers/17'],
    ['response', '/answers/17'],
    ['request', `${origin}/request/17`],
    ['request', 'http://127.0.0.1/request'],
    ['request', 'http://[::1]/request'],
    ['redirect', 'https://evil.test/done'],
    ['redirect', 'javascript:alert(1)'],
    ['webhook', 'http://hooks.tax.gov.example/any'],
    ['webhook', 'https://hooks.tax.gov.example:444/any'],
    ['webhook', 'https://tax.gov.example/any'],
  ] as const)('B14: is not registered for a %s: %s', (use, address) => {
    expect(isRegisteredAddress({ addresses }, use, address)).toBe(false);
  });

  it('is registered for nothing where the list names none', () => {
    expect(isRegisteredAddress({ addresses: {} }, 'response', `${origin}/`)).toBe(false);
  });
});
