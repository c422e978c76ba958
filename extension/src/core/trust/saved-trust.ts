import { decodeBase64Url } from '@daricheh/shared/encoding';
import { encodeX5c } from '@daricheh/shared/x509';
import type { SignedTrust } from './wallet-trust.ts';

/** What a saved file brings of whom the wallet believes, as files say it: the signed lists, and the roots to be compared. */
export function describeSavedTrust({ tokens, roots }: SignedTrust): { readonly trustList?: string[]; readonly roots?: string[] } {
  return {
    ...(tokens.length > 0 && { trustList: [...tokens] }),
    ...(roots.length > 0 && { roots: encodeX5c(roots.map(decodeBase64Url)) }),
  };
}
