import { hashStatusToken } from '../crypto/hash-token.ts';
import type { KeptStatusToken } from '../storage/evidence.ts';

/** A status list as it is kept with what it proves. */
export function keepToken({ token }: { readonly token: string }): KeptStatusToken {
  return { hash: hashStatusToken(token), text: token };
}
