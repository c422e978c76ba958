import { AppError } from '@daricheh/shared/errors';
import { type FormMap, openFormMap } from '@daricheh/shared/form-map';
import type { FetchText } from '@daricheh/shared/presentation';
import { findAgencyByOrigin, type TrustedAgency } from '@daricheh/shared/trust';
import { sha256, verifyP256 } from '../credentials/wallet-crypto.ts';
import type { WalletTrust } from '../trust/wallet-trust.ts';
import { fetchFormMap } from './fetch-form-map.ts';
import type { FormMapStore, StoredFormMap } from './stored-form-map.ts';

export type FormMapPorts = {
  readonly trust: () => Promise<WalletTrust>;
  readonly store: FormMapStore;
  readonly fetchText: FetchText;
  /** Whether the citizen has switched the wallet on for this origin. */
  readonly isEnabled: (origin: string) => Promise<boolean>;
  readonly nowMs: () => number;
  readonly newId: () => string;
};

/** What an agency has said is kept for a day; one that could not be had, or did not hold, is looked for again after an hour. */
const dayMs = 86_400_000;
const hourMs = 3_600_000;

/** What agencies say of their own forms, and how it is kept up to date. */
export class FormMapKeeper {
  readonly #ports: FormMapPorts;
  readonly #looking = new Map<string, Promise<StoredFormMap>>();

  constructor(ports: FormMapPorts) {
    this.#ports = ports;
  }

  /**
   * The map of the agency at `origin`; undefined where there is none that holds, whatever stood in its way: the form is then filled by guesses, as ever. Nothing is asked of a
   * site that no agency is registered for, or that the citizen has not switched the wallet on for.
   */
  async find(origin: string): Promise<FormMap | undefined> {
    try {
      const trust = await this.#ports.trust();
      const agency = findAgencyByOrigin(trust.list, origin);
      if (!agency || !(await this.#ports.isEnabled(origin))) return undefined;
      const stored = await this.#refresh(origin, agency, trust);
      return stored.token === null ? undefined : await this.#open(stored.token, { stored, agency, trust });
    } catch (error) {
      if (error instanceof AppError) return undefined;
      throw error;
    }
  }

  /** What is kept, looked for anew once it is due. Those who ask at once wait for one look. */
  async #refresh(origin: string, agency: TrustedAgency, trust: WalletTrust): Promise<StoredFormMap> {
    const known = (await this.#ports.store.list()).find((each) => each.origin === origin);
    if (known && !isDue(known, this.#ports.nowMs())) return known;
    const looking = this.#looking.get(origin) ?? this.#look(known ?? this.#makeFirst(origin), agency, trust);
    this.#looking.set(origin, looking);
    return looking.finally(() => this.#looking.delete(origin));
  }

  #makeFirst(origin: string): StoredFormMap {
    return { version: 1, id: this.#ports.newId(), origin, lastVersion: 0, token: null, nextLookAtMs: 0 };
  }

  async #look(stored: StoredFormMap, agency: TrustedAgency, trust: WalletTrust): Promise<StoredFormMap> {
    const { store, nowMs } = this.#ports;
    const found = await this.#findNewer(stored, agency, trust);
    const next = { ...(found ?? stored), nextLookAtMs: nowMs() + (found ? dayMs : hourMs) };
    await store.put(next);
    return next;
  }

  /** What the agency publishes now, once it holds; undefined where nothing did, and what is kept goes on. */
  async #findNewer(stored: StoredFormMap, agency: TrustedAgency, trust: WalletTrust): Promise<StoredFormMap | undefined> {
    try {
      const token = await fetchFormMap(stored.origin, this.#ports.fetchText);
      if (token === null) return { ...stored, token };
      const { version } = await this.#open(token, { stored, agency, trust });
      return { ...stored, token, lastVersion: version };
    } catch (error) {
      if (error instanceof AppError) return undefined;
      throw error;
    }
  }

  #open(token: string, { stored, agency, trust }: Opening): Promise<FormMap> {
    const { origin, lastVersion } = stored;
    const { certificateHashes } = agency;
    const at = new Date(this.#ports.nowMs());
    return openFormMap(token, { origin, certificateHashes, at, lastVersion }, { verifyChain: trust.verifyChain, verifyP256, sha256 });
  }
}

type Opening = { readonly stored: StoredFormMap; readonly agency: TrustedAgency; readonly trust: WalletTrust };

/** Also when its time lies further ahead than any look is put off: the clock was set back. */
function isDue({ nextLookAtMs }: StoredFormMap, nowMs: number): boolean {
  return nowMs >= nextLookAtMs || nextLookAtMs > nowMs + dayMs;
}
