import { describe, expect, it } from 'vitest';
import { readWalletLink } from './wallet-link.ts';

describe('readWalletLink', () => {
  it.each([
    ['openid4vp://?client_id=a', 'present'],
    ['HAIP-VP://?client_id=a', 'present'],
    ['eudi-openid4vp://authorize?x=1', 'present'],
    ['openid-credential-offer://?credential_offer=a', 'receive'],
  ])('%s is for a wallet', (href, kind) => {
    expect(readWalletLink(href)).toEqual({ kind, href });
  });

  it.each(['https://example.org/openid4vp://', 'mailto:a@example.org', 'constructor://x', '', `openid4vp://?${'a'.repeat(16_384)}`])(
    '%.40s is not',
    (href) => {
      expect(readWalletLink(href)).toBeUndefined();
    },
  );
});
