import { createHash, createPrivateKey, X509Certificate } from 'node:crypto';
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { type TrustedAgency, trustedAgency } from '@daricheh/shared/trust';
import { documentTypes } from '@daricheh/shared/vocabulary';
import type { AgencyConfig } from '../config.ts';
import { listPlaces, readFolder } from './agency-folder.ts';
import { type ExitCode, JoiningProblem, type JoiningWorld } from './joining-world.ts';
import type { Text } from './text/text.ts';

/** What an agency with the script tag needs: who has signed. */
const submission: TrustedAgency['uses'][number] = {
  id: 'submission',
  purpose: { fa: 'امضای آنچه می‌فرستید', en: 'To sign what you send' },
  attributes: [{ vct: documentTypes.signing.vct, claims: [['national_id']] }],
};

/**
 * Writes what the agency hands in to the keeper of the trust list. One that is there keeps what people have written into it; only the
 * hash of the seal's certificate is added where it lacks, so that both count while one is changed for another.
 * @throws JoiningProblem `certificate-missing`, `certificate-of-other-key`, `contact-invalid`, `option-missing`, `registration-unreadable`
 */
export async function writeRegistration(
  folder: string,
  contact: string | undefined,
  text: Text,
  { write }: JoiningWorld,
): Promise<ExitCode> {
  const places = listPlaces(folder);
  const { agency } = await readFolder(folder);
  const hash = hashCertificate(agency);
  const held = existsSync(places.registration) ? readHeld(places.registration) : null;
  if (held?.certificateHashes.includes(hash) && contact === undefined) {
    write(text.register.kept(places.registration));
    return 0;
  }
  const registration = held === null ? describeAgency(agency, hash, contact) : addHash(held, hash, contact);
  const parsed = trustedAgency.safeParse(registration);
  if (!parsed.success) throw new JoiningProblem('contact-invalid', { what: contact ?? '' });
  writeFileSync(`${places.registration}.part`, `${JSON.stringify(parsed.data, undefined, 2)}\n`);
  renameSync(`${places.registration}.part`, places.registration);
  write(text.register.made(places.registration));
  return 0;
}

function describeAgency({ id, name, origin }: AgencyConfig, hash: string, contact: string | undefined): TrustedAgency {
  if (contact === undefined) throw new JoiningProblem('option-missing', { what: '--contact' });
  const own = [`${origin}/daricheh/`];
  return {
    ...{ id, name, origins: [origin], level: 1, certificateHashes: [hash], uses: [submission] },
    addresses: { responseUris: own, requestUris: own, redirectUris: [`${origin}/`] },
    contact,
  };
}

function addHash(held: TrustedAgency, hash: string, contact: string | undefined): TrustedAgency {
  return { ...held, certificateHashes: [...new Set([...held.certificateHashes, hash])], contact: contact ?? held.contact };
}

function readHeld(file: string): TrustedAgency {
  try {
    return trustedAgency.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch (cause) {
    throw new JoiningProblem('registration-unreadable', { what: file, cause });
  }
}

/** SHA-256 of the DER of the seal's certificate, base64url, as the list names it. */
function hashCertificate({ sealCertFile, sealKeyFile }: AgencyConfig): string {
  if (!existsSync(sealCertFile)) throw new JoiningProblem('certificate-missing', { what: sealCertFile });
  const certificate = new X509Certificate(readFileSync(sealCertFile));
  if (!certificate.checkPrivateKey(createPrivateKey(readFileSync(sealKeyFile)))) {
    throw new JoiningProblem('certificate-of-other-key', { what: sealCertFile });
  }
  return createHash('sha256').update(certificate.raw).digest('base64url');
}
