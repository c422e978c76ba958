import { encodeBase64Url } from '@daricheh/shared/encoding';
import { AppError } from '@daricheh/shared/errors';
import {
  createRootedVerifier,
  createTimeStampChainVerifier,
  type Edition,
  type EditionPorts,
  emptyTrustList,
  followEdition,
  judgeFreshness,
  openEdition,
  pinRoots,
  type TrustList,
} from '@daricheh/shared/trust';
import type { VerifyChain, VerifyWideChain } from '@daricheh/shared/x509';
import type { Deps } from '../deps.ts';
import { describeError } from '../log.ts';

type KeeperPorts = Pick<Deps, 'anchors' | 'trustList' | 'store' | 'sha256' | 'verifyP256' | 'verifySignature' | 'digest' | 'now' | 'log'>;

/** The edition in use, with verifiers under the roots that go with it, and the time-stamp authorities that it names. */
type Held = { readonly edition: Edition | null; readonly verifyChain: VerifyChain; readonly verifyTimeStampChain: VerifyWideChain };

/** How long after a first list was refused it is tried again. */
const retryMs = 10_000;

/**
 * Keeps the trust list of a server: reads it where it comes from, again once that is due, and remembers the newest in the
 * store, so that an older one is refused after a restart too. What does not hold is logged, and the list in use stays.
 */
export class TrustListKeeper {
  readonly #ports: KeeperPorts;
  readonly #editionPorts: EditionPorts;
  #held: Held | undefined;
  #reading: Promise<Held> | undefined;
  #readAtMs = Number.NEGATIVE_INFINITY;
  #refusal: AppError | undefined;

  constructor(ports: KeeperPorts) {
    this.#ports = ports;
    this.#editionPorts = { pinnedRoots: ports.anchors, verifyP256: ports.verifyP256, now: ports.now };
  }

  /**
   * The list in use. Where none is configured, it names nobody.
   * @throws AppError `trust_list_invalid`, `trust_list_rolled_back` while none has held; `trust_list_expired` once its grace is over
   */
  async readList(): Promise<TrustList> {
    const { edition } = await this.#current();
    const list = edition?.list ?? emptyTrustList;
    if (judgeFreshness(list, this.#ports.now()) === 'expired') throw new AppError('trust_list_expired');
    return list;
  }

  /** Under the roots that the list in use leaves; under the configured ones while no list has held. */
  readonly verifyChain: VerifyChain = async (x5c, options) => (await this.#currentOrNone()).verifyChain(x5c, options);

  /** The same for time-stamp authorities. */
  readonly verifyTimeStampChain: VerifyWideChain = async (x5c, options) => (await this.#currentOrNone()).verifyTimeStampChain(x5c, options);

  async #currentOrNone(): Promise<Held> {
    const held = await this.#current().catch((error: unknown) => {
      if (error instanceof AppError) return undefined;
      throw error;
    });
    return held ?? this.#hold(null);
  }

  /** A list that is held serves at once, and is looked at again meanwhile. Where none has held, the next try waits a little. */
  async #current(): Promise<Held> {
    const everyMs = this.#ports.trustList?.everyMs ?? Number.POSITIVE_INFINITY;
    const sinceMs = this.#ports.now().getTime() - this.#readAtMs;
    if (this.#held !== undefined) {
      if (sinceMs >= everyMs)
        this.#read().catch((error: unknown) => this.#ports.log({ level: 'error', event: 'trust list not read', ...describeError(error) }));
      return this.#held;
    }
    if (this.#refusal !== undefined && sinceMs >= 0 && sinceMs < Math.min(everyMs, retryMs)) throw this.#refusal;
    return this.#read();
  }

  #read(): Promise<Held> {
    this.#reading ??= this.#readNext().finally(() => {
      this.#reading = undefined;
    });
    return this.#reading;
  }

  async #readNext(): Promise<Held> {
    const held = this.#held ?? this.#hold(await this.#remember());
    this.#readAtMs = this.#ports.now().getTime();
    try {
      this.#held = this.#hold(await this.#follow(held.edition));
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      this.#ports.log({ level: 'warn', event: 'trust list refused', code: error.code });
      this.#refusal = error;
      if (held.edition === null) throw error;
      this.#held = held;
    }
    return this.#held;
  }

  /** The list as it stands where it comes from, when it may follow the one in use. */
  async #follow(edition: Edition | null): Promise<Edition | null> {
    const { trustList, store, now } = this.#ports;
    if (trustList === null) return null;
    const token = await trustList.read(edition?.list ?? null);
    if (token === null) return edition;
    const roots = await this.#nameRoots();
    const lastSerial = (await store.trustLists.read(roots))?.serial ?? 0;
    const next =
      edition === null
        ? await openEdition([token], this.#editionPorts)
        : await followEdition(edition, token, lastSerial, this.#editionPorts);
    const { serial } = next.list;
    if (serial > lastSerial || edition === null) {
      const isNewest = await store.trustLists.keep({ roots, serial, tokens: next.tokens, at: now() });
      if (!isNewest) throw new AppError('trust_list_rolled_back', { serial });
    }
    return next;
  }

  /** The newest list that was ever in use under these roots; null when there was none, or it no longer holds. */
  async #remember(): Promise<Edition | null> {
    const { trustList, store } = this.#ports;
    const kept = trustList === null ? null : await store.trustLists.read(await this.#nameRoots());
    if (kept === null) return null;
    try {
      return await openEdition(kept.tokens, this.#editionPorts);
    } catch (error) {
      if (error instanceof AppError) return null;
      throw error;
    }
  }

  /** One name for the configured roots: under other ones the memory begins anew. */
  async #nameRoots(): Promise<string> {
    const { anchors, sha256 } = this.#ports;
    const digests = await Promise.all(anchors.map((anchor) => sha256(anchor)));
    return digests.map(encodeBase64Url).sort().join('.');
  }

  #hold(edition: Edition | null): Held {
    const { anchors, verifyP256 } = this.#ports;
    const { list, roots } = edition ?? { list: emptyTrustList, roots: pinRoots(anchors) };
    return {
      edition,
      verifyChain: createRootedVerifier(roots, verifyP256),
      verifyTimeStampChain: createTimeStampChainVerifier({ list, roots }, this.#ports),
    };
  }
}
