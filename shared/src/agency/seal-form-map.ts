import { type MappedForm, publishFormMap } from '../form-map/index.ts';
import { type AgencySeal, openAgencySeal } from './agency-seal.ts';
import type { WebCrypto } from './web-crypto.ts';

export type FormMapOptions = {
  /** The agency's own origin, as the browser writes it. */
  readonly origin: string;
  readonly seal: AgencySeal;
  /** Grows with each change: wallets go back to no smaller one. */
  readonly version: number;
  readonly forms: readonly MappedForm[];
  /** How long it counts, from 2 to 400; 30 when left out. Sign anew before that, with the same version. */
  readonly days?: number;
  /** `globalThis.crypto`. */
  readonly crypto: WebCrypto;
  /** The clock of the machine when left out. */
  readonly now?: () => Date;
};

/**
 * What to serve at `/.well-known/daricheh-form-map`, as `application/jose`: what the agency's forms ask for, which goes before whatever a wallet
 * would make of them by itself.
 * @throws AppError `form_map_invalid`, with `where` the fault stands; `key_invalid`, `certificate_malformed`
 */
export async function sealFormMap({ origin, version, forms, days, now = () => new Date(), ...options }: FormMapOptions): Promise<string> {
  const { seal } = await openAgencySeal(options.seal, options.crypto);
  return publishFormMap({ version, forms: [...forms], ...(days === undefined ? {} : { days }) }, { origin, now: now() }, seal);
}
