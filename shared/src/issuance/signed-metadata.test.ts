import { describe, expect, it } from 'vitest';
import { signCompactJws } from '../credential/index.ts';
import { createTestKey, createTestRoot, createTestSeal, testTime, verifyP256 } from '../testing/index.ts';
import { createChainVerifier, encodeX5c } from '../x509/index.ts';
import { signIssuerMetadata, verifySignedMetadata } from './index.ts';

const issuer = 'https://registry.example';
const refusal = (code: string, what?: string) => expect.objectContaining({ code, ...(what ? { facts: { what } } : {}) });

async function createWorld() {
  const root = await createTestRoot();
  const seal = await createTestSeal(root, issuer);
  const ports = { verifyChain: createChainVerifier({ anchors: [root.der], verifyP256 }), verifyP256 };
  const content = { metadata: { credential_issuer: issuer }, issuer, at: testTime, lifetimeSeconds: 600, x5c: encodeX5c([seal.der]) };
  const verify = (text: string, changes: { issuer?: string; at?: Date } = {}) =>
    verifySignedMetadata(text, { issuer, at: testTime, ...changes }, ports);
  return { root, seal, content, verify };
}

describe('D7: signed metadata', () => {
  it('says what the issuer said', async () => {
    const { seal, content, verify } = await createWorld();
    const document = await verify(await signIssuerMetadata(content, seal.key.sign));
    expect(document).toMatchObject({ credential_issuer: issuer, sub: issuer });
  });

  it('is refused by another key, for another issuer, or when it has run out', async () => {
    const { root, seal, content, verify } = await createWorld();
    await expect(verify(await signIssuerMetadata(content, createTestKey().sign))).rejects.toThrow(
      refusal('issuer_metadata_invalid', 'signature'),
    );
    const other = await createTestSeal(root, 'https://evil.example');
    const foreign = await signIssuerMetadata({ ...content, x5c: encodeX5c([other.der]) }, other.key.sign);
    await expect(verify(foreign)).rejects.toThrow(refusal('issuer_metadata_invalid', 'certificate'));
    const about = await signIssuerMetadata({ ...content, issuer: 'https://b.example' }, seal.key.sign);
    await expect(verify(about)).rejects.toThrow(refusal('issuer_metadata_invalid', 'sub'));
    const sound = await signIssuerMetadata(content, seal.key.sign);
    const late = new Date(testTime.getTime() + 661_000);
    await expect(verify(sound, { at: late })).rejects.toThrow(refusal('issuer_metadata_invalid', 'exp'));
    const early = new Date(testTime.getTime() - 61_000);
    await expect(verify(sound, { at: early })).rejects.toThrow(refusal('issuer_metadata_invalid', 'iat'));
  });

  it('is refused under another root, and as another type of token', async () => {
    const [{ verify }, other] = [await createWorld(), await createWorld()];
    await expect(verify(await signIssuerMetadata(other.content, other.seal.key.sign))).rejects.toThrow();
    const { seal, content, verify: own } = await createWorld();
    const payload = { sub: issuer, iat: testTime.getTime() / 1000 };
    const typed = await signCompactJws({ header: { typ: 'JWT', x5c: [...content.x5c] }, payload }, seal.key.sign);
    await expect(own(typed)).rejects.toThrow(refusal('issuer_metadata_invalid', 'typ'));
  });
});
