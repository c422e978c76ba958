import { X509Certificate } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { findDemoFolder, listPlaces } from '../demo/places.ts';
import { readEdition, signTrustList } from '../demo/trust-list.ts';
import { writePrivately } from '../demo/write-privately.ts';
import { certifySeal, isForKeyOf } from './certify-seal.ts';
import { OfficeProblem } from './office-problem.ts';
import { readRegistration, registerAgency } from './register-agency.ts';
import { getOfficeText, type Language, languages, type OfficeText } from './text/office-text.ts';

export type OfficeWorld = {
  /** Paths in the arguments count from here. */
  readonly folder: string;
  readonly now: () => Date;
  readonly write: (line: string) => void;
};

const options = { folder: { type: 'string' }, days: { type: 'string' }, lang: { type: 'string' } } as const;
const monthMs = 30 * 86_400_000;

type Call = { readonly language: Language; readonly run: (text: OfficeText) => Promise<void> };

/** What the office that keeps the root and the trust list does for a new agency. 0: done; 1: refused; 2: a wrong call, or a file that cannot be read. */
export async function runOffice(args: readonly string[], world: OfficeWorld): Promise<0 | 1 | 2> {
  const call = readCall(args, world);
  if (call === null) {
    for (const language of languages) world.write(getOfficeText(language).usage);
    return 2;
  }
  const text = getOfficeText(call.language);
  try {
    await call.run(text);
    return 0;
  } catch (error) {
    if (error instanceof OfficeProblem) {
      world.write(text.problems[error.kind](error.what));
      return 1;
    }
    if (!(error instanceof Error) || !('path' in error)) throw error;
    world.write(text.cannotRead(String(error.path)));
    return 2;
  }
}

/** Null when the arguments cannot be understood. */
function readCall(args: readonly string[], world: OfficeWorld): Call | null {
  try {
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
    const [command, first, second, ...others] = positionals;
    const language = languages.find((each) => each === (values.lang ?? 'fa'));
    const days = Number(values.days ?? 365);
    if (language === undefined || first === undefined || others.length > 0 || !Number.isInteger(days) || days < 1) return null;
    const at = (file: string): string => resolve(world.folder, file);
    const office = values.folder === undefined ? findDemoFolder() : at(values.folder);
    if (command === 'certify' && second !== undefined) {
      return { language, run: (text) => certify({ office, request: at(first), certificate: at(second), days }, text, world) };
    }
    if (command === 'register' && second === undefined && values.days === undefined) {
      return { language, run: (text) => register({ office, registration: at(first) }, text, world) };
    }
    return null;
  } catch {
    // An option that there is not.
    return null;
  }
}

type Certify = { readonly office: string; readonly request: string; readonly certificate: string; readonly days: number };

async function certify({ office, request, certificate, days }: Certify, text: OfficeText, world: OfficeWorld): Promise<void> {
  const places = listPlaces(office);
  const requestPem = readFileSync(request, 'utf8');
  try {
    if (existsSync(certificate) && isStillGood(readFileSync(certificate, 'utf8'), requestPem, { certificate, now: world.now() })) {
      world.write(text.certifiedBefore(certificate));
      return;
    }
    const authority = { keyPem: readOffice(places.rootKey), certPem: readOffice(places.rootCert) };
    const { certificatePem, origin, endsAt } = await certifySeal(requestPem, authority, { days, now: world.now() });
    writePrivately(certificate, certificatePem);
    world.write(text.certified({ origin, endsAt: endsAt.toISOString().slice(0, 10), file: certificate }));
  } catch (error) {
    if (error instanceof OfficeProblem && error.what === '') throw new OfficeProblem(error.kind, { what: request, cause: error });
    throw error;
  }
}

/** A certificate that is there is replaced only once it is about to end, and only by one for the same key. */
function isStillGood(
  certificatePem: string,
  requestPem: string,
  { certificate, now }: { readonly certificate: string; readonly now: Date },
): boolean {
  if (!isForKeyOf(certificatePem, requestPem)) throw new OfficeProblem('other-certificate', { what: certificate });
  return new X509Certificate(certificatePem).validToDate.getTime() > now.getTime() + monthMs;
}

async function register(
  { office, registration }: { readonly office: string; readonly registration: string },
  text: OfficeText,
  world: OfficeWorld,
): Promise<void> {
  const places = listPlaces(office);
  const agency = readRegistration(readFileSync(registration, 'utf8'));
  const previous = readOffice(places.trustList).trim();
  const { serial: _serial, issuedAt: _issuedAt, nextUpdate: _nextUpdate, ...content } = readEdition(previous);
  const { agencies, change, resembles } = registerAgency(readEdition(previous), agency);
  const signer = { keyPem: readOffice(places.trustListKey), certPem: readOffice(places.trustListCert) };
  const token = await signTrustList({ ...content, agencies: [...agencies] }, signer, previous);
  writePrivately(places.trustList, `${token}\n`);
  const { serial } = readEdition(token);
  world.write(text.registered[change]({ id: agency.id, origins: agency.origins.join(', '), serial }));
  if (resembles !== null) world.write(text.resembles(resembles));
}

function readOffice(file: string): string {
  if (!existsSync(file)) throw new OfficeProblem('no-office', { what: file });
  return readFileSync(file, 'utf8');
}
