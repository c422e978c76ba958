import { createHash, X509Certificate } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { AppError } from '@daricheh/shared/errors';
import { findAgencyByOrigin, isRegisteredAddress, judgeFreshness, mayAsk, openEdition, type TrustList } from '@daricheh/shared/trust';
import { documentTypes } from '@daricheh/shared/vocabulary';
import { decodePemCertificates } from '@daricheh/shared/x509';
import type { Config } from '../../config.ts';
import { createVerifyP256 } from '../../crypto/node-crypto.ts';
import type { FetchBytes } from '../../http/fetch-bytes.ts';
import { createFileSource, createUrlSource } from '../../trust/trust-list-source.ts';
import type { AgencyFolder } from '../agency-folder.ts';
import type { Finding } from './finding.ts';

export type ListPorts = { readonly now: () => Date; readonly fetchBytes: FetchBytes };
type Opened = Awaited<ReturnType<typeof openEdition>>;

/** The trust list, under the roots; or what is wrong with it. */
export async function openList(config: Config, { now, fetchBytes }: ListPorts): Promise<Opened | readonly Finding[]> {
  const { trustListUrl, trustListFile } = config;
  if (trustListUrl === undefined && trustListFile === undefined) return [{ kind: 'list-none' }];
  const source = trustListUrl === undefined ? createFileSource(String(trustListFile)) : createUrlSource(trustListUrl, fetchBytes);
  const pinnedRoots = config.anchors.flatMap((root) => decodePemCertificates(readFileSync(root, 'utf8')));
  try {
    return await openEdition([(await source.read(null)) ?? ''], { pinnedRoots, verifyP256: createVerifyP256(), now });
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return [{ kind: 'list-refused', code: error.code }];
  }
}

/** That wallets find in the list what they look for when somebody signs: the site, its certificate, the use, the server's addresses. */
export function checkList({ agency: { origin, sealCertFile } }: AgencyFolder, list: TrustList, now: Date): readonly Finding[] {
  const late = judgeFreshness(list, now) === 'current' ? [] : [{ kind: 'list-late' } as const];
  const listed = findAgencyByOrigin(list, origin);
  if (listed === undefined) return [...late, { kind: 'origin-not-listed', origin }];
  const use = mayAsk(list, { origin, type: { vct: documentTypes.signing.vct }, claim: ['national_id'] });
  const address = `${origin}/daricheh/submissions`;
  return [
    ...late,
    ...(existsSync(sealCertFile) && !listed.certificateHashes.includes(hashOf(sealCertFile))
      ? [{ kind: 'certificate-not-listed' } as const]
      : []),
    ...(use === undefined ? [{ kind: 'use-not-listed' } as const] : []),
    ...(isRegisteredAddress(listed, 'response', address) ? [] : [{ kind: 'address-not-listed', address: `${origin}/daricheh/` } as const]),
  ];
}

function hashOf(file: string): string {
  return createHash('sha256')
    .update(new X509Certificate(readFileSync(file)).raw)
    .digest('base64url');
}
