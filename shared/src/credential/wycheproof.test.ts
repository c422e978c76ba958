import { describe, expect, it } from 'vitest';
import { ecdsaVectors, jwsVectors, verifyP256 } from '../testing/index.ts';
import { checkJwsHeader, isJwsSignedBy, parseCompactJws } from './index.ts';

const code = 'credential_malformed';

/** As every reader of ours does: the parts, the header, then the signature. */
async function isAccepted(text: string): Promise<boolean> {
  try {
    const jws = parseCompactJws(text, { code });
    // The vectors bear no type.
    checkJwsHeader({ ...jws, header: { ...jws.header, typ: 'any' } }, { code, typ: 'any' });
    return await isJwsSignedBy(jws, jwsVectors.key, verifyP256);
  } catch {
    // A refusal by code is a refusal.
    return false;
  }
}

describe('Project Wycheproof: ES256', () => {
  it.each(jwsVectors.tests)('tcId %i, %s', async (_id, _comment, text, isValid) => {
    expect(await isAccepted(text)).toBe(isValid);
  });
});

describe('Project Wycheproof: ECDSA over P-256', () => {
  it.each(ecdsaVectors.map((vector) => [vector.name, vector] as const))('%s', async (_name, { isValid, ...args }) => {
    expect(await verifyP256(args)).toBe(isValid);
  });
});
