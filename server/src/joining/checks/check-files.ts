import { X509Certificate } from 'node:crypto';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { platform } from 'node:process';
import { AppError } from '@daricheh/shared/errors';
import { createChainVerifier, decodePemCertificates } from '@daricheh/shared/x509';
import { readAgency } from '../../agencies/read-agency.ts';
import type { AgencyConfig } from '../../config.ts';
import { createVerifyP256 } from '../../crypto/node-crypto.ts';
import type { AgencyFolder } from '../agency-folder.ts';
import type { Finding } from './finding.ts';

const dayMs = 86_400_000;
const soonDays = 60;

/** That nobody else on the machine reads the secrets, and that the script tag was built. */
export function checkFolderFiles({ config, agency }: AgencyFolder): readonly Finding[] {
  const secrets = [agency.sealKeyFile, agency.apiKeyFile, agency.caseworkerEnrolmentCodeFile, agency.webhook?.secretFile];
  const open = secrets.filter((file) => file !== undefined && isReadableByOthers(file)).map((file) => String(file));
  const kit = config.kitFile !== undefined && existsSync(config.kitFile) ? [] : [String(config.kitFile ?? 'kitFile')];
  return [
    ...open.map((file) => ({ kind: 'readable-by-others', file }) as const),
    ...kit.map((file) => ({ kind: 'kit-missing', file }) as const),
  ];
}

/** Windows has no such bits. */
function isReadableByOthers(file: string): boolean {
  return platform !== 'win32' && existsSync(file) && (statSync(file).mode & 0o077) !== 0;
}

/** That the seal has its certificate, under one of the roots, for this site, and for some time yet. */
export async function checkSeal({ config, agency }: AgencyFolder, now: Date): Promise<readonly Finding[]> {
  const { sealCertFile: file, origin } = agency;
  if (!existsSync(file)) return [{ kind: 'certificate-missing', file }];
  const chain = decodePemCertificates(readFileSync(file, 'utf8'));
  const anchors = config.anchors.flatMap((root) => decodePemCertificates(readFileSync(root, 'utf8')));
  const verify = createChainVerifier({ anchors, verifyP256: createVerifyP256() });
  try {
    const x5c = chain.map((der) => Buffer.from(der).toString('base64'));
    const { leaf } = await verify(x5c, { at: now });
    const names = new X509Certificate(readFileSync(file)).subjectAltName ?? '';
    if (!names.split(', ').includes(`URI:${origin}`)) return [{ kind: 'certificate-of-other-site', origin }];
    const days = Math.floor((leaf.notAfter.getTime() - now.getTime()) / dayMs);
    return days < soonDays ? [{ kind: 'certificate-ends', days }] : [];
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return [{ kind: 'certificate-refused', code: error.code }];
  }
}

/** That the server can start from what lies here, and has a form to offer. */
export async function checkForms(agency: AgencyConfig): Promise<readonly Finding[]> {
  if (agency.formFiles.length === 0) return [{ kind: 'no-form' }];
  // Already said, with what to do about it.
  if (!existsSync(agency.sealCertFile)) return [];
  try {
    await readAgency(agency);
    return [];
  } catch (error) {
    return [{ kind: 'agency-unusable', reason: error instanceof Error ? error.message : String(error) }];
  }
}
