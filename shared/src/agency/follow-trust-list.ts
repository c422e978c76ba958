import type { Bytes, VerifyP256 } from '../credential/index.ts';
import { AppError } from '../errors/index.ts';
import {
  createRootedVerifier,
  type Edition,
  type EditionPorts,
  followEdition,
  judgeFreshness,
  makeEditionTag,
  maxTrustListBytes,
  openEdition,
  type TrustList,
  trustListMediaType,
} from '../trust/index.ts';
import type { VerifyChain } from '../x509/index.ts';
import { type FetchPort, fetchText } from './fetch-text.ts';

export type FollowPorts = {
  readonly pinnedRoots: readonly Bytes[];
  readonly verifyP256: VerifyP256;
  readonly fetch: FetchPort;
  readonly now: () => Date;
  /** Told of each edition that is taken into use, as `Edition.tokens`. */
  readonly keep: (tokens: readonly string[]) => void | Promise<void>;
  /** Told what stood in the way of a newer one. */
  readonly report: (problem: unknown) => void;
};

/** Looks once an hour at most; every ten minutes once the next edition is due. */
const everyMs = 3_600_000;
const everyWhenDueMs = 600_000;

/**
 * A trust list, and how it is kept up to date: looked for where it says itself, when it is used. One that is not due yet
 * serves at once, and is looked for meanwhile; one that is due is looked for first. What does not hold, or has a lower
 * serial, is reported and the list in use stays, for fourteen days after the next was due.
 */
export class FollowedTrustList {
  readonly #ports: FollowPorts;
  #edition: Edition;
  #verifyChain: VerifyChain;
  #lookedAtMs: number;
  #looking: Promise<void> | undefined;

  private constructor(edition: Edition, ports: FollowPorts) {
    this.#ports = ports;
    this.#edition = edition;
    this.#verifyChain = createRootedVerifier(edition.roots, ports.verifyP256);
    // One that is due as it comes is looked for as soon as it is used.
    const isDue = judgeFreshness(edition.list, ports.now()) !== 'current';
    this.#lookedAtMs = isDue ? Number.NEGATIVE_INFINITY : ports.now().getTime();
  }

  /** @param tokens a signed list, or what `keep` was told last. @throws AppError `trust_list_invalid`, `trust_list_rolled_back` */
  static async open(tokens: readonly string[], ports: FollowPorts): Promise<FollowedTrustList> {
    const { pinnedRoots, verifyP256, now } = ports;
    const edition = await openEdition(
      tokens.map((token) => token.trim()),
      { pinnedRoots, verifyP256, now },
    );
    return new FollowedTrustList(edition, ports);
  }

  /** Under the roots that go with the list in use. */
  readonly verifyChain: VerifyChain = (x5c, options) => this.#verifyChain(x5c, options);

  /** The list in use. @throws AppError `trust_list_expired` once its grace is over and no newer one could be had */
  async read(): Promise<TrustList> {
    const isDue = judgeFreshness(this.#edition.list, this.#ports.now()) !== 'current';
    const sinceMs = this.#ports.now().getTime() - this.#lookedAtMs;
    if (isDue && (sinceMs >= everyWhenDueMs || this.#lookedAtMs < Date.parse(this.#edition.list.nextUpdate))) await this.#look();
    else if (sinceMs >= everyMs) void this.#look();
    const { list } = this.#edition;
    if (judgeFreshness(list, this.#ports.now()) === 'expired') throw new AppError('trust_list_expired');
    return list;
  }

  /** Never rejects. Those who ask at once wait for one look. */
  #look(): Promise<void> {
    this.#lookedAtMs = this.#ports.now().getTime();
    this.#looking ??= this.#follow()
      .catch((problem: unknown) => this.#ports.report(problem))
      .finally(() => {
        this.#looking = undefined;
      });
    return this.#looking;
  }

  async #follow(): Promise<void> {
    const held = this.#edition;
    const token = await fetchText(this.#ports.fetch, held.list.location, {
      ...{ type: trustListMediaType, maxBytes: maxTrustListBytes },
      headers: { 'if-none-match': makeEditionTag(held.list) },
    });
    if (token === null) return;
    const ports: EditionPorts = this.#ports;
    const next = await followEdition(held, token.trim(), held.list.serial, ports);
    if (next === held) return;
    this.#edition = next;
    this.#verifyChain = createRootedVerifier(next.roots, this.#ports.verifyP256);
    await this.#ports.keep(next.tokens);
  }
}
