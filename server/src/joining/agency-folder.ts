import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type AgencyConfig, type Config, readConfig } from '../config.ts';
import { JoiningProblem } from './joining-world.ts';

/** Where everything of a new agency lies, below its folder. */
export function listPlaces(folder: string) {
  const at = (name: string): string => join(folder, name);
  return {
    folder,
    config: at('server.json'),
    sealKey: at('seal.key.pem'),
    sealRequest: at('seal.csr.pem'),
    sealCertificate: at('seal.cert.pem'),
    roots: at('root.pem'),
    apiKey: at('api-key'),
    enrolmentCode: at('caseworker-enrolment-code'),
    form: at('form.json'),
    registration: at('registration.json'),
    pages: at('site'),
  };
}

export type AgencyFolder = { readonly config: Config; readonly agency: AgencyConfig };

/** The configuration in the folder, which is for one agency. @throws JoiningProblem `config-invalid`, `several-agencies` */
export async function readFolder(folder: string): Promise<AgencyFolder> {
  const { config: file } = listPlaces(folder);
  // A file that is not there says so by itself.
  if (!existsSync(file)) readFileSync(file);
  const config = await readConfig({ DARICHEH_CONFIG: file }).catch((cause: unknown) => {
    throw new JoiningProblem('config-invalid', { what: cause instanceof Error ? cause.message : file, cause });
  });
  const [agency, ...others] = config.agencies;
  if (agency === undefined || others.length > 0) throw new JoiningProblem('several-agencies', { what: file });
  return { config, agency };
}

/** Makes the folder, for its owner alone; one that is there keeps what it allows to whom. */
export function makeFolder(folder: string): void {
  if (existsSync(folder)) return;
  mkdirSync(folder, { recursive: true });
  chmodSync(folder, 0o700);
}

/** Writes a file that is not there yet, for its owner alone; whether it did. Never over one that is there. */
export function writeOnce(file: string, text: () => string): boolean {
  if (existsSync(file)) return false;
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text(), { mode: 0o600, flag: 'wx' });
  return true;
}
