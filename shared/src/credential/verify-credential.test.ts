import { describe, expect, it } from 'vitest';
import type { Json } from '../encoding/index.ts';
import { createCredentialChecks, expectCredential, forgeCredential, testTime, testVct } from '../testing/index.ts';
import { verifyCredential } from './index.ts';

const { issuer, holder, verify } = await createCredentialChecks();
const seconds = testTime.getTime() / 1000;
const malformed = 'credential_malformed';
const name = (claim: string, value: Json = 'x', salt = claim): Json => [salt, claim, value];

describe('a sound presentation', () => {
  it('yields issuer, type, claims and holder’s key, and names each step in its order', async () => {
    const verified = await verify({});
    expect(verified).toMatchObject({ issuer: issuer.origin, vct: testVct, holderKey: holder.publicKey, status: null });
    expect(verified.claims).toEqual({
      iss: issuer.origin,
      vct: testVct,
      iat: seconds,
      exp: seconds + 3600,
      cnf: { jwk: holder.publicKey },
      given_name: 'Sara',
    });
    expect(verified.issuerCertificate.der).toEqual(issuer.seal.der);
    expect(verified.steps).toEqual([
      ...['algorithm', 'issuer_signature', 'type', 'vct', 'reserved_claims', 'digest_algorithm', 'disclosure_shape', 'claim_names'],
      ...[
        'collisions',
        'duplicates',
        'unreferenced',
        'unmatched',
        'dates',
        'binding_present',
        'binding_signature',
        'binding_type',
        'binding_time',
      ],
      ...['binding_nonce', 'binding_audience', 'sd_hash', 'transaction_data'],
    ]);
  });
});

describe('limits and encodings (rows C6, C7, C15)', () => {
  const accepts = (text: string) => verifyCredential(text, expectCredential(issuer), issuer.ports);

  it('refuses 65 disclosures and takes 64', async () => {
    const many = Array.from({ length: 65 }, (_, index) => name(`claim_${index}`));
    await expect(verify({ disclosures: many.slice(1) })).resolves.toBeDefined();
    await expect(verify({ disclosures: many })).rejects.toThrow(
      expect.objectContaining({ code: malformed, facts: { what: 'disclosure_count' } }),
    );
  });

  it('refuses more than 64 KiB before it decodes anything', async () => {
    await expect(accepts(`~${'a'.repeat(65_536)}`)).rejects.toThrow(expect.objectContaining({ code: malformed, facts: { what: 'size' } }));
  });

  it('refuses padding, spaces, line ends and loose trailing bits', async () => {
    const text = await forgeCredential(issuer, holder);
    for (const changed of [text.replace('~', '=~'), text.replace('.', ' .'), `${text}\n`, text.replace('.', '\n.')]) {
      await expect(accepts(changed)).rejects.toThrow(expect.objectContaining({ name: 'AppError' }));
    }
    await expect(accepts(loosenLastCharacter(text))).rejects.toThrow(expect.objectContaining({ code: 'kb_invalid' }));
  });

  it('is never accepted when it is cut off at any byte', async () => {
    const text = await forgeCredential(issuer, holder);
    for (let length = 0; length < text.length; length++) {
      await expect(accepts(text.slice(0, length))).rejects.toThrow(expect.objectContaining({ name: 'AppError' }));
    }
  });

  it('is never accepted with a character changed', async () => {
    const text = await forgeCredential(issuer, holder);
    for (let at = 0; at < text.length; at += 7) {
      const changed = `${text.slice(0, at)}${text[at] === 'A' ? 'B' : 'A'}${text.slice(at + 1)}`;
      await expect(accepts(changed)).rejects.toThrow(expect.objectContaining({ name: 'AppError' }));
    }
  });
});

/** Sets the unused bits of the last character: the decoded bytes stay the same for a reader that does not look. */
function loosenLastCharacter(text: string): string {
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
  const last = alphabet.indexOf(text.slice(-1));
  return text.slice(0, -1) + alphabet.charAt(last | 1);
}
