import type { Bytes, VerifyP256 } from '../credential/index.ts';
import { decodeBase64Url, isSameBytes } from '../encoding/index.ts';
import { AppError } from '../errors/index.ts';
import type { TrustList } from './trust-list.ts';
import { createRootedVerifier, followRoots, pinRoots, type TrustedRoot } from './trusted-roots.ts';
import { type SignedTrustList, verifySignedTrustList } from './verify-trust-list.ts';

/** A trust list in use, with how it came to be believed. */
export type Edition = {
  readonly list: TrustList;
  /**
   * Signed lists, compact JWS: the first is signed under a pinned root, the last is the one in use. Each before it
   * announced the root under which a later one is signed. Enough to believe it again, so nobody has to trust their keeper.
   */
  readonly tokens: readonly string[];
  /** What each of the tokens says. */
  readonly lists: readonly TrustList[];
  /** The roots that are believed with it, what it announces included. */
  readonly roots: readonly TrustedRoot[];
};

export type EditionPorts = {
  /** DER of the roots that are believed by themselves. */
  readonly pinnedRoots: readonly Bytes[];
  readonly verifyP256: VerifyP256;
  readonly now: () => Date;
};

/** The name of an edition as an HTTP entity tag. It is made from the serial, so that it tells nobody from anybody else. */
export function makeEditionTag({ serial }: Pick<TrustList, 'serial'>): string {
  return `"${serial}"`;
}

/**
 * The edition that `tokens` lead to, each verified: the last one now, those before it at the time when they were issued,
 * since all that is asked of them is which root they announced.
 * @throws AppError `trust_list_invalid`; `trust_list_rolled_back` when a serial falls
 */
export async function openEdition(tokens: readonly string[], ports: EditionPorts): Promise<Edition> {
  let roots = pinRoots(ports.pinnedRoots);
  const lists: TrustList[] = [];
  for (const [place, token] of tokens.entries()) {
    const at = place === tokens.length - 1 ? ports.now() : 'issue';
    const { list } = await verifyUnder(roots, token, at, ports);
    checkSerial(list, lists.at(-1)?.serial ?? 0);
    roots = followRoots(roots, list.nextRoot);
    lists.push(list);
  }
  const list = lists.at(-1);
  if (list === undefined) throw new AppError('trust_list_invalid', { what: 'empty' });
  return { list, tokens, lists, roots };
}

/**
 * The edition that follows `held`, when `token` is signed under a root that `held` believes now; `held` itself, when the
 * token is of the same serial. An announcement that a later edition does not repeat is withdrawn, unless the announced
 * root has signed it.
 * @param lastSerial the greatest serial that was ever in use; it counts where it is above that of `held`
 * @throws AppError `trust_list_invalid`; `trust_list_rolled_back` when its serial is below
 */
export async function followEdition(held: Edition, token: string, lastSerial: number, ports: EditionPorts): Promise<Edition> {
  const signed = await verifyUnder(held.roots, token, ports.now(), ports);
  checkSerial(signed.list, Math.max(held.list.serial, lastSerial));
  if (signed.list.serial === held.list.serial) return held;
  return openEdition([...listAnnouncers(held, signed), token], ports);
}

/** The tokens of `held` by which the root that signed the new list is believed; none where it is pinned. */
function listAnnouncers({ tokens, lists }: Edition, { anchor }: SignedTrustList): readonly string[] {
  const place = lists.findLastIndex(({ nextRoot }) => nextRoot !== undefined && isSameBytes(decodeBase64Url(nextRoot.certificate), anchor));
  return tokens.slice(0, place + 1);
}

function verifyUnder(
  roots: readonly TrustedRoot[],
  token: string,
  at: Date | 'issue',
  { verifyP256 }: EditionPorts,
): Promise<SignedTrustList> {
  return verifySignedTrustList(token, { verifyChain: createRootedVerifier(roots, verifyP256), verifyP256, at });
}

function checkSerial({ serial }: TrustList, least: number): void {
  if (serial < least) throw new AppError('trust_list_rolled_back', { serial });
}
