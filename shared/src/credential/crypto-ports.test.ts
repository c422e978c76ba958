import { describe, expect, it } from 'vitest';
import { isSameP256Key, parseP256PublicJwk } from './crypto-ports.ts';

// RFC 7517, appendix A.1.
const x = 'MKBCTNIcKUSDii11ySs3526iDZ8AiTo7Tu6KPAqv7D4';
const y = '4Etl6SRW2YiLUrN5vfvVHuhp7x8PxltmWWlbbM4IFyM';
const key = { kty: 'EC', crv: 'P-256', x, y };

describe('a P-256 public key', () => {
  it('is read without the members that describe its use', () => {
    expect(parseP256PublicJwk({ ...key, kid: '1', use: 'sig', alg: 'ES256' })).toEqual(key);
  });

  it.each([
    ['a private part', { ...key, d: x }],
    ['another curve', { ...key, crv: 'P-384' }],
    ['another type', { ...key, kty: 'oct' }],
    ['a short coordinate', { ...key, x: x.slice(1) }],
    ['a coordinate that is not canonical', { ...key, y: `${y.slice(0, -1)}N` }],
    ['no y', { kty: 'EC', crv: 'P-256', x }],
    ['nothing', null],
  ])('is refused with %s', (_what, value) => {
    expect(() => parseP256PublicJwk(value)).toThrow(expect.objectContaining({ code: 'key_invalid' }));
  });

  it('is the same only when both coordinates are', () => {
    const jwk = parseP256PublicJwk(key);
    expect([isSameP256Key(jwk, { ...jwk }), isSameP256Key(jwk, { ...jwk, y: x })]).toEqual([true, false]);
  });
});
