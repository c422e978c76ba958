import { describe, expect, it } from 'vitest';
import { openJson, sealJson } from './seal-json.ts';

const key = { secret: 'a secret of enough bits', purpose: 'test' };
const value = { name: 'سارا', list: [1, null] };

describe('a sealed value', () => {
  it('opens by its secret, and is never written twice the same', () => {
    expect(openJson(sealJson(value, key), key)).toEqual(value);
    expect(sealJson(value, key)).not.toBe(sealJson(value, key));
  });

  it('says nothing of what is in it', () => {
    expect(Buffer.from(sealJson(value, key), 'base64url').toString('utf8')).not.toContain('سارا');
  });

  it('opens by no other secret, for no other purpose, and not when it was changed', () => {
    const sealed = sealJson(value, key);
    expect(openJson(sealed, { ...key, secret: 'another secret' })).toBeNull();
    expect(openJson(sealed, { ...key, purpose: 'other' })).toBeNull();
    for (let at = 0; at < sealed.length; at++) {
      const changed = `${sealed.slice(0, at)}${sealed[at] === 'A' ? 'B' : 'A'}${sealed.slice(at + 1)}`;
      expect(openJson(changed, key)).toBeNull();
      expect(openJson(sealed.slice(0, at), key)).toBeNull();
    }
  });
});
