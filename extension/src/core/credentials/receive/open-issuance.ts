import { AppError } from '@daricheh/shared/errors';
import { createIssuanceClient, type IssuanceClient, type IssuanceMetadata } from '@daricheh/shared/issuance';
import type { TrustedIssuer } from '@daricheh/shared/trust';
import type { SendHttp } from '../../http/http.ts';
import type { WalletRecords } from '../../records/wallet-records.ts';
import type { WalletTrust } from '../../trust/wallet-trust.ts';
import { randomBytes, sha256, verifyP256 } from '../wallet-crypto.ts';
import type { Random } from './plan-renewal.ts';

export type ReceivePorts = {
  readonly records: WalletRecords;
  readonly trust: () => Promise<WalletTrust>;
  readonly send: SendHttp;
  readonly nowMs: () => number;
  readonly random: Random;
};

export type Issuance = { readonly client: IssuanceClient; readonly issuers: readonly TrustedIssuer[] };

/** Speaks with the issuers of the trust list, and with nobody else. */
export async function openIssuance({ trust, send, nowMs }: Omit<ReceivePorts, 'records' | 'random'>): Promise<Issuance> {
  const { list, verifyChain } = await trust();
  const now = () => new Date(nowMs());
  return {
    client: createIssuanceClient({ verifyChain, verifyP256, sha256, randomBytes, sendHttp: send, now, issuers: list.issuers }),
    issuers: list.issuers,
  };
}

/** One kind of document that an issuer gives, with its id there. */
export type Configuration = { readonly id: string; readonly configuration: IssuanceMetadata['configurations'][string] };

/** The configuration of this id. @throws AppError `offer_unknown` when the issuer does not describe it in a form that the wallet reads */
export function findConfiguration(id: string, { configurations }: IssuanceMetadata): Configuration {
  const configuration = Object.hasOwn(configurations, id) ? configurations[id] : undefined;
  if (!configuration) throw new AppError('offer_unknown');
  return { id, configuration };
}

/** The issuer by its identifier. @throws AppError `issuer_not_trusted` */
export function findIssuer(issuers: readonly TrustedIssuer[], id: string): TrustedIssuer {
  const issuer = issuers.find((each) => each.issuer === id);
  if (!issuer) throw new AppError('issuer_not_trusted');
  return issuer;
}
