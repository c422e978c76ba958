import { type CheckStatus, createStatusChecker, type FetchStatusList, inflateZlib, statusLimits } from '@daricheh/shared/credential';
import { decodeUtf8 } from '@daricheh/shared/encoding';
import { AppError } from '@daricheh/shared/errors';
import { emptyTrustList, type TrustList, verifyTrustList } from '@daricheh/shared/trust';
import { createChainVerifier, type VerifyChain } from '@daricheh/shared/x509';
import type { Deps } from '../deps.ts';
import type { FetchBytes } from '../http/fetch-bytes.ts';

/** Whom this server believes, with what it remembers of them: one for the whole application. */
export type Trust = {
  readonly verifyChain: VerifyChain;
  readonly checkStatus: CheckStatus;
  /** The trust list, verified the first time that it is asked for, and again after it did not hold (a clock may be set right). Rejects with AppError `trust_list_invalid`. */
  readonly readList: () => Promise<TrustList>;
};

const statusTimeoutMs = 5000;

/** Trust under the configured anchors. Where no trust list is configured, no issuer is believed. */
export function createTrust({ anchors, trustList, verifyP256, now, fetchBytes }: Deps): Trust {
  const verifyChain = createChainVerifier({ anchors, verifyP256 });
  const statusPorts = { verifyChain, verifyP256, inflate: inflateZlib, now, fetchStatusList: createStatusFetcher(fetchBytes) };
  let list: Promise<TrustList> | undefined;
  return {
    verifyChain,
    checkStatus: createStatusChecker(statusPorts),
    readList: () => {
      const read =
        list ?? (trustList === null ? Promise.resolve(emptyTrustList) : verifyTrustList(trustList, { verifyChain, verifyP256, now }));
      list = read;
      read.catch(() => {
        list = undefined;
      });
      return read;
    },
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
