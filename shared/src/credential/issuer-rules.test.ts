import { describe, expect, it } from 'vitest';
import {
  type CredentialChanges,
  createCredentialChecks,
  createTestIssuer,
  createTestKey,
  createTestSeal,
  type Forgery,
  testTime,
} from '../testing/index.ts';
import { encodeX5c } from '../x509/index.ts';

const { issuer, verify, refuse } = await createCredentialChecks();
const stranger = createTestKey();
const seconds = testTime.getTime() / 1000;
const malformed = 'credential_malformed';

async function expectRefusal(rule: string, code: string, forgery: Forgery, changes?: CredentialChanges): Promise<void> {
  expect(await refuse(forgery, changes)).toBe(`${rule} ${code}`);
}

describe('V1 algorithm', () => {
  it.each(['none', 'HS256', 'ES384', 'es256'])('refuses %s', (alg) => expectRefusal('V1', malformed, { header: { alg } }));

  it('refuses an extension that must be understood', () => expectRefusal('V1', malformed, { header: { crit: ['exp'] } }));
});

describe('V2 issuer signature (row C1, C2)', () => {
  it('refuses a signature by another key', () => expectRefusal('V2', 'credential_signature_invalid', { issuerKey: stranger }));

  it.each(['jwk', 'jku', 'x5u'])('refuses a key named by %s', (hint) =>
    expectRefusal('V2', malformed, { header: { [hint]: 'https://a.example' } }),
  );

  it('refuses a credential without x5c', () => expectRefusal('V2', 'certificate_malformed', { header: { x5c: undefined } }));

  it('refuses a chain to another root of the same name', async () => {
    const other = await createTestIssuer();
    await expectRefusal('V2', 'issuer_not_trusted', { header: { x5c: other.x5c }, issuerKey: other.seal.key });
  });

  it('refuses an issuer that is not the leaf’s', () =>
    expectRefusal('V2', 'issuer_not_trusted', { payload: { iss: 'https://tax.example' } }));

  it('refuses an issuer that the trust list does not name, though its chain holds', async () => {
    const origin = 'https://tax.example';
    const seal = await createTestSeal(issuer.root, origin);
    await expectRefusal('V2', 'issuer_not_trusted', {
      header: { x5c: encodeX5c([seal.der]) },
      issuerKey: seal.key,
      payload: { iss: origin },
    });
  });

  it('refuses an expired certificate', async () => {
    const seal = await createTestSeal(issuer.root, issuer.origin, { notAfter: new Date(testTime.getTime() - 86_400_000) });
    await expectRefusal('V2', 'certificate_expired', { header: { x5c: encodeX5c([seal.der]) }, issuerKey: seal.key });
  });

  it('refuses a certificate that is for other work, and takes one for any', async () => {
    const under = async (purpose: string): Promise<Forgery> => {
      const seal = await createTestSeal(issuer.root, issuer.origin, { purposes: [purpose] });
      return { header: { x5c: encodeX5c([seal.der]) }, issuerKey: seal.key };
    };
    await expectRefusal('V2', 'certificate_usage_invalid', await under('1.3.6.1.5.5.7.3.1'));
    await expect(verify(await under('2.5.29.37.0'))).resolves.toBeDefined();
  });

  it('refuses a credential without iss', () => expectRefusal('V2', malformed, { payload: { iss: undefined } }));
});

describe('V3 type', () => {
  it.each(['vc+sd-jwt', 'JWT', undefined])('refuses typ %s', (typ) => expectRefusal('V3', malformed, { header: { typ } }));
});

describe('V4 vct', () => {
  it('refuses a type that was not asked for', () => expectRefusal('V4', 'credential_type_unexpected', {}, { vctValues: ['urn:other:1'] }));

  it.each([undefined, 5])('refuses vct %s', async (vct) => {
    // The trust list cannot name a type that is absent, so rule V2 speaks first.
    await expectRefusal('V2', 'issuer_not_trusted', { payload: { vct } });
  });
});

describe('V13 dates', () => {
  it('holds within a minute of each end', async () => {
    await expect(verify({ payload: { exp: seconds - 59 } })).resolves.toBeDefined();
    await expect(verify({ payload: { nbf: seconds + 60 } })).resolves.toBeDefined();
  });

  it('refuses a credential past its end, or before its start', async () => {
    await expectRefusal('V13', 'credential_expired', { payload: { exp: seconds - 60 } });
    await expectRefusal('V13', 'credential_not_yet_valid', { payload: { nbf: seconds + 61 } });
  });

  it.each(['exp', 'nbf'])('refuses %s that is a string', (date) =>
    expectRefusal('V13', malformed, { payload: { [date]: String(seconds) } }),
  );
});
