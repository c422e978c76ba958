import { decodeBase64Url, encodeBase64Url } from '../encoding/index.ts';
import { AppError } from '../errors/index.ts';
import { createWideChainVerifier, type Digest, type VerifySignature, type VerifyWideChain } from '../x509/index.ts';
import type { TrustedTimeStampAuthority, TrustList } from './trust-list.ts';
import { createRootedWideVerifier, isBelieved, type TrustedRoot } from './trusted-roots.ts';

export type TimeStampTrustPorts = { readonly verifySignature: VerifySignature; readonly digest: Digest };

/**
 * A verifier of time-stamp chains: one holds under an authority that the list names, at a time at which the list lets it
 * be believed. An agency's anchor is none of them unless the list says so. A list from before there was such a member names
 * none and could not: under it any chain to `roots` holds, as it did when that list was signed.
 *
 * It throws as a chain verifier does; `issuer_not_trusted` where the chain leads to nobody whom the list names.
 */
export function createTimeStampChainVerifier(
  { list, roots }: { readonly list: Pick<TrustList, 'timeStampAuthorities'>; readonly roots: readonly TrustedRoot[] },
  ports: TimeStampTrustPorts,
): VerifyWideChain {
  const underRoots = createRootedWideVerifier(roots, ports.verifySignature);
  if (list.timeStampAuthorities === undefined) return underRoots;
  const authorities = list.timeStampAuthorities.map((authority) => openAuthority(authority, underRoots, ports));
  return async (x5c, options) => {
    let refusal = new AppError('issuer_not_trusted');
    for (const { period, verify } of authorities) {
      if (!isBelieved(period, options.at)) continue;
      try {
        return await verify(x5c, options);
      } catch (error) {
        if (!(error instanceof AppError)) throw error;
        // Another may be meant; what is told in the end is the most that was found wrong.
        if (error.code !== 'issuer_not_trusted') refusal = error;
      }
    }
    throw refusal;
  };
}

function openAuthority(
  authority: TrustedTimeStampAuthority,
  underRoots: VerifyWideChain,
  { verifySignature, digest }: TimeStampTrustPorts,
) {
  const [from, until] = [readDate(authority.from), readDate(authority.until)];
  const verify =
    'root' in authority ? openRoot(authority.root, verifySignature) : requireOneOf(authority.certificateHashes, underRoots, digest);
  return { period: { from, until }, verify };
}

/** Its root is read when it is first needed: one that cannot be read ends the trust in one authority, not in the list. */
function openRoot(root: string, verifySignature: VerifySignature): VerifyWideChain {
  let made: VerifyWideChain | undefined;
  return async (x5c, options) => {
    made ??= createWideChainVerifier({ anchors: [decodeBase64Url(root)], verifySignature });
    return made(x5c, options);
  };
}

function requireOneOf(hashes: readonly string[], verifyChain: VerifyWideChain, digest: Digest): VerifyWideChain {
  return async (x5c, options) => {
    const verified = await verifyChain(x5c, options);
    const found = await Promise.all(verified.path.map(async ({ der }) => encodeBase64Url(await digest('SHA-256', der))));
    if (!found.some((hash) => hashes.includes(hash))) throw new AppError('issuer_not_trusted');
    return verified;
  };
}

function readDate(time: string | undefined): Date | null {
  return time === undefined ? null : new Date(time);
}
