import { AppError } from '../../errors/index.ts';
import { readStatus, statusValues } from './status-list.ts';
import type { StatusReference } from './status-reference.ts';
import { type StatusPorts, type StatusToken, verifyStatusToken } from './verify-status-token.ts';

/**
 * The text of the status token at `uri`. Trusted to follow no redirect, to take 1 MiB and five seconds at most, to carry
 * nothing that tells whose status is asked, and to throw when the answer is not 200 or not `application/statuslist+jwt`.
 */
export type FetchStatusList = (uri: string) => Promise<string>;

export type CheckStatusOptions = {
  /** Who issued the credential: the list must be at that origin and under its certificate. */
  readonly issuer: string;
  /** `refuse` for sign-in. `use_last` for a submission: the last token that held serves until its `exp`, a day at most. */
  readonly whenUnreachable: 'refuse' | 'use_last';
};

/** What a list says of a credential. A status that only the issuer knows the meaning of counts as revoked. */
export type StatusVerdict = 'valid' | 'revoked' | 'suspended';

/**
 * What the list that was issued at `asOf` says; `isFresh` is false when only the last one could be had, and the look-up must
 * be made again. `token` is that list as its issuer signed it: who keeps it can show later what it said.
 */
export type StatusFinding = { readonly verdict: StatusVerdict; readonly asOf: Date; readonly isFresh: boolean; readonly token: string };

/**
 * Says what stands in the list. @throws AppError `status_list_unreachable`, `status_list_invalid` (also for an index past
 * the end), and those of the chain verifier
 */
export type LookUpStatus = (reference: StatusReference, options: CheckStatusOptions) => Promise<StatusFinding>;

/** The credential was valid then. */
export type CredentialStatus = Omit<StatusFinding, 'verdict'>;

/** Returns when the credential is valid. @throws AppError `credential_revoked`, `credential_suspended`, and those of `LookUpStatus` */
export type CheckStatus = (reference: StatusReference, options: CheckStatusOptions) => Promise<CredentialStatus>;

type StatusReaderPorts = StatusPorts & { readonly fetchStatusList: FetchStatusList; readonly now: () => Date };

type Kept = {
  readonly token: StatusToken;
  readonly text: string;
  readonly fetchedAtSeconds: number;
  readonly uri: string;
  readonly issuer: string;
};

/** A status is never older than a quarter of an hour, whatever the list says of itself. */
const maxTtlSeconds = 900;
const maxKept = 16;
const day = 86_400;

/** Looks up statuses as `createStatusReader` says, and throws where a credential is not valid. */
export function createStatusChecker(ports: StatusReaderPorts): CheckStatus {
  return requireValidStatus(createStatusReader(ports));
}

/** A check over a look-up, with which it shares what that remembers. */
export function requireValidStatus(lookUp: LookUpStatus): CheckStatus {
  return async (reference, options) => {
    const { verdict, ...status } = await lookUp(reference, options);
    if (verdict !== 'valid') throw new AppError(verdict === 'suspended' ? 'credential_suspended' : 'credential_revoked');
    return status;
  };
}

/**
 * Looks up statuses and keeps each list until its `ttl`, a quarter of an hour at most; those who ask for one list at the
 * same time wait for one fetch.
 * @see Token Status List draft-21, sections 8.3 and 13.7
 */
export function createStatusReader(ports: StatusReaderPorts): LookUpStatus {
  const kept = new Map<string, Kept>();
  const underWay = new Map<string, Promise<Kept>>();

  async function fetchToken(uri: string, issuer: string): Promise<Kept> {
    if (new URL(uri).origin !== new URL(issuer).origin) throw new AppError('status_list_invalid', { what: 'origin' });
    const text = await fetchText(ports.fetchStatusList, uri);
    const at = ports.now();
    const entry = {
      token: await verifyStatusToken(text, { uri, issuer, at }, ports),
      text,
      fetchedAtSeconds: at.getTime() / 1000,
      uri,
      issuer,
    };
    if (kept.size >= maxKept) kept.clear();
    kept.set(`${issuer} ${uri}`, entry);
    return entry;
  }

  function refresh(uri: string, issuer: string): Promise<Kept> {
    const key = `${issuer} ${uri}`;
    const started = underWay.get(key) ?? fetchToken(uri, issuer).finally(() => underWay.delete(key));
    underWay.set(key, started);
    return started;
  }

  return async ({ uri, index }, { issuer, whenUnreachable }) => {
    const last = kept.get(`${issuer} ${uri}`);
    const now = ports.now().getTime() / 1000;
    if (last && now < freshUntil(last)) return judge(last, index, true);
    try {
      return judge(await refresh(uri, issuer), index, true);
    } catch (error) {
      const isLastUsable = last && whenUnreachable === 'use_last' && now < usableUntil(last);
      if (isLastUsable) return judge(last, index, false);
      throw error;
    }
  };
}

function freshUntil({ token, fetchedAtSeconds }: Kept): number {
  return Math.min(fetchedAtSeconds + Math.min(token.ttlSeconds ?? maxTtlSeconds, maxTtlSeconds), token.expiresAtSeconds);
}

function usableUntil({ token, fetchedAtSeconds }: Kept): number {
  return Math.min(token.expiresAtSeconds, fetchedAtSeconds + day);
}

function judge({ token, text }: Kept, index: number, isFresh: boolean): StatusFinding {
  const status = readStatus(token.list, token.bits, index);
  if (status === undefined) throw new AppError('status_list_invalid', { what: 'index' });
  return { verdict: nameVerdict(status), asOf: new Date(token.issuedAtSeconds * 1000), isFresh, token: text };
}

function nameVerdict(status: number): StatusVerdict {
  if (status === statusValues.valid) return 'valid';
  return status === statusValues.suspended ? 'suspended' : 'revoked';
}

async function fetchText(fetchStatusList: FetchStatusList, uri: string): Promise<string> {
  try {
    return await fetchStatusList(uri);
  } catch (cause) {
    throw new AppError('status_list_unreachable', {}, { cause });
  }
}
