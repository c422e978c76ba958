import {
  type CheckStatus,
  createStatusReader,
  type FetchStatusList,
  inflateZlib,
  type LookUpStatus,
  requireValidStatus,
  statusLimits,
} from '@daricheh/shared/credential';
import { decodeUtf8 } from '@daricheh/shared/encoding';
import { AppError } from '@daricheh/shared/errors';
import type { TrustList } from '@daricheh/shared/trust';
import type { VerifyChain, VerifyWideChain } from '@daricheh/shared/x509';
import type { Deps } from '../deps.ts';
import type { FetchBytes } from '../http/fetch-bytes.ts';
import { TrustListKeeper } from './trust-list-keeper.ts';

/** Whom this server believes, with what it remembers of them: one for the whole application. */
export type Trust = {
  readonly verifyChain: VerifyChain;
  /** Of time-stamp authorities, which are others. */
  readonly verifyTimeStampChain: VerifyWideChain;
  readonly checkStatus: CheckStatus;
  /** What a list says, with the same memory as `checkStatus`. */
  readonly lookUpStatus: LookUpStatus;
  /** The trust list in use. Rejects as `TrustListKeeper.readList` says. */
  readonly readList: () => Promise<TrustList>;
};

const statusTimeoutMs = 5000;

/** Trust under the configured anchors and those that follow them. Where no trust list is configured, no issuer is believed. */
export function createTrust(deps: Deps): Trust {
  const { verifyP256, now, fetchBytes } = deps;
  const keeper = new TrustListKeeper(deps);
  const { verifyChain, verifyTimeStampChain } = keeper;
  const statusPorts = { verifyChain, verifyP256, inflate: inflateZlib, now, fetchStatusList: createStatusFetcher(fetchBytes) };
  const lookUpStatus = createStatusReader(statusPorts);
  return {
    ...{ verifyChain, verifyTimeStampChain, lookUpStatus },
    checkStatus: requireValidStatus(lookUpStatus),
    readList: () => keeper.readList(),
  };
}

/** Fetches a status token as the contract of `FetchStatusList` wants. */
function createStatusFetcher(fetchBytes: FetchBytes): FetchStatusList {
  const type = 'application/statuslist+jwt';
  return async (uri) => {
    const { status, contentType, body } = await fetchBytes(uri, { accept: type, maxBytes: statusLimits.token, timeoutMs: statusTimeoutMs });
    if (status !== 200 || contentType.split(';', 1)[0]?.trim() !== type) throw new AppError('status_list_unreachable', { status });
    return decodeUtf8(body);
  };
}
