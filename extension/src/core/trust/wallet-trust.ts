import { decodeBase64Url } from '@daricheh/shared/encoding';
import { AppError, type ErrorCode } from '@daricheh/shared/errors';
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
import type { TrustView } from '../consent/trust-view.ts';
import { verifyP256, widePorts } from '../credentials/wallet-crypto.ts';
import type { SendHttp } from '../http/http.ts';
import { describeTrust } from './describe-trust.ts';
import { fetchTrustList } from './fetch-trust-list.ts';
import type { HeldTrust } from './held-trust.ts';
import { parseStoredTrust, type StoredTrust, type TrustStore } from './stored-trust.ts';

/** Whom the wallet believes: the list of agencies and issuers, and certificates under the roots that go with it. */
export type WalletTrust = { readonly list: TrustList; readonly verifyChain: VerifyChain };

/** The same, and whose clocks: those of the time-stamp authorities that the list names. */
export type TimeTrust = WalletTrust & { readonly verifyTimeStampChain: VerifyWideChain };

/** What shows to others whom the wallet believes: signed lists, the one in use last (see `Edition`), and DER of the pinned roots (base64url). */
export type SignedTrust = { readonly tokens: readonly string[]; readonly roots: readonly string[] };

/** What a build pins: DER of each root (base64url) and the signed trust list. */
export type TrustMaterial = { readonly roots: readonly string[]; readonly trustList: string | null };

export type TrustPorts = { readonly store: TrustStore; readonly send: SendHttp; readonly now: () => Date };

/** The wallet's trust, and how it is kept up to date. Nothing is read before it is asked for. */
export class TrustKeeper {
  readonly #material: TrustMaterial;
  readonly #ports: TrustPorts;
  readonly #editionPorts: EditionPorts;
  #held: Promise<HeldTrust | null> | undefined;
  #looking: Promise<TrustView> | undefined;

  constructor(material: TrustMaterial, ports: TrustPorts) {
    this.#material = material;
    this.#ports = ports;
    this.#editionPorts = { pinnedRoots: material.roots.map(decodeBase64Url), verifyP256, now: ports.now };
  }

  /**
   * The list in use, however old. A build that pins none trusts nobody.
   * @throws AppError `trust_list_invalid`; `trust_list_rolled_back` when the newest list that was ever in use is gone
   */
  async read(): Promise<TimeTrust> {
    const held = await this.#open();
    if (held === null) {
      const pinned = { list: emptyTrustList, roots: pinRoots(this.#editionPorts.pinnedRoots) };
      return { list: emptyTrustList, ...createVerifiers(pinned) };
    }
    const { list } = held.edition;
    if (list.serial < held.lastSerial) throw new AppError('trust_list_rolled_back', { serial: list.serial });
    const { verifyChain, verifyTimeStampChain } = held;
    return { list, verifyChain, verifyTimeStampChain };
  }

  /** The same, for whatever is to leave the wallet or come into it. @throws AppError as `read`, and `trust_list_expired` */
  async readCurrent(): Promise<TimeTrust> {
    const trust = await this.read();
    if (judgeFreshness(trust.list, this.#ports.now()) === 'expired') throw new AppError('trust_list_expired');
    return trust;
  }

  /** The list in use as it was signed, and the roots that this build pins. */
  async readSigned(): Promise<SignedTrust> {
    const held = await this.#open();
    return { tokens: held?.edition.tokens ?? [], roots: this.#material.roots };
  }

  async describe(): Promise<TrustView> {
    return describeTrust(await this.#open(), this.#ports.now());
  }

  /**
   * Looks where the list in use says for a newer one, and takes it into use when it holds. What stood in the way is part
   * of the answer. Two who ask at once get one answer.
   */
  update(): Promise<TrustView> {
    this.#looking ??= this.#look().finally(() => {
      this.#looking = undefined;
    });
    return this.#looking;
  }

  #open(): Promise<HeldTrust | null> {
    const opened = this.#held ?? this.#openNewest();
    this.#held = opened;
    opened.catch(() => {
      this.#held = undefined;
    });
    return opened;
  }

  /** The newer of the build's own list and of the one that was found since. */
  async #openNewest(): Promise<HeldTrust | null> {
    const { trustList, roots } = this.#material;
    if (trustList === null) return null;
    const stored = parseStoredTrust(await this.#ports.store.read(), roots.join());
    const found = stored && stored.tokens.length > 0 ? await this.#openFound(stored.tokens) : undefined;
    const own = await openEdition([trustList], this.#editionPorts).catch((error: unknown) => {
      if (found === undefined) throw error;
      return found;
    });
    const edition = found !== undefined && found.list.serial > own.list.serial ? found : own;
    return this.#hold(edition, stored);
  }

  /** What is kept on disk may be damaged, or its signer's certificate over: then it is as if it were not there, but for its serial. */
  async #openFound(tokens: readonly string[]): Promise<Edition | undefined> {
    try {
      return await openEdition(tokens, this.#editionPorts);
    } catch (error) {
      if (error instanceof AppError) return undefined;
      throw error;
    }
  }

  async #look(): Promise<TrustView> {
    const held = await this.#open();
    if (held === null) return { kind: 'none' };
    const { edition, failure } = await this.#findNewer(held);
    const next = this.#hold(edition, {
      version: 1,
      pinned: this.#material.roots.join(),
      serial: Math.max(held.lastSerial, edition.list.serial),
      tokens: edition.tokens.at(-1) === this.#material.trustList ? [] : [...edition.tokens],
      lookedAtMs: this.#ports.now().getTime(),
      failure,
    });
    if (next.stored) await this.#ports.store.write(next.stored);
    this.#held = Promise.resolve(next);
    return describeTrust(next, this.#ports.now());
  }

  async #findNewer({ edition, lastSerial }: HeldTrust): Promise<{ readonly edition: Edition; readonly failure: ErrorCode | null }> {
    try {
      const token = await fetchTrustList(edition.list, this.#ports.send);
      return { edition: token === null ? edition : await followEdition(edition, token, lastSerial, this.#editionPorts), failure: null };
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      return { edition, failure: error.code };
    }
  }

  #hold(edition: Edition, stored: StoredTrust | undefined): HeldTrust {
    return {
      edition,
      stored,
      ...createVerifiers(edition),
      isOwn: edition.tokens.at(-1) === this.#material.trustList,
      lastSerial: Math.max(edition.list.serial, stored?.serial ?? 0),
    };
  }
}

function createVerifiers(believed: Pick<Edition, 'list' | 'roots'>): Omit<TimeTrust, 'list'> {
  return {
    verifyChain: createRootedVerifier(believed.roots, verifyP256),
    verifyTimeStampChain: createTimeStampChainVerifier(believed, widePorts),
  };
}
