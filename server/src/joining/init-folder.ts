import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import type { AgencyConfig } from '../config.ts';
import { listPlaces, makeFolder, readFolder, writeOnce } from './agency-folder.ts';
import { type ExitCode, JoiningProblem, type JoiningWorld } from './joining-world.ts';
import { type Ground, type GroundOptions, readGround } from './read-ground.ts';
import { makeSealKey, makeSealRequest } from './seal-request.ts';
import type { Text } from './text/text.ts';

export type InitOptions = GroundOptions & {
  readonly id?: string | undefined;
  readonly origin?: string | undefined;
  /** The agency's name, in each language. */
  readonly fa?: string | undefined;
  readonly en?: string | undefined;
  readonly port?: string | undefined;
};

/** Who the agency is. */
type Agency = Pick<AgencyConfig, 'id' | 'name' | 'origin'>;

/**
 * The folder holds all that a server for the agency needs and that can be made without anybody else: the seal's key and the request for its
 * certificate, the secrets, the configuration. What is there already stays as it is, so that the same call can be made again.
 * @throws JoiningProblem when an option is missing or wrong, or the folder is another agency's
 */
export async function initFolder(folder: string, options: InitOptions, text: Text, { write }: JoiningWorld): Promise<ExitCode> {
  const places = listPlaces(folder);
  const agency = readAgencyOptions(options);
  if (existsSync(places.config)) await requireSameAgency(folder, agency);
  const ground = existsSync(places.config) ? null : await readGround(options);
  makeFolder(folder);
  const request = await prepareRequest(places, agency);
  const files: readonly (readonly [file: string, content: () => string])[] = [
    [places.sealRequest, () => request],
    [places.apiKey, () => `${randomBytes(32).toString('base64url')}\n`],
    [places.enrolmentCode, () => `${randomBytes(18).toString('base64url')}\n`],
    ...(ground === null ? [] : [[places.roots, () => ground.rootsPem] as const]),
    ...(ground === null ? [] : [[places.config, () => writeConfig(agency, ground.settings, choosePort(options, agency))] as const]),
  ];
  for (const [file, content] of files) {
    const isNew = writeOnce(file, content);
    write(isNew ? text.init.made[nameOf(file)](file) : text.init.kept(file));
  }
  write(text.init.next(places));
  return 0;

  function nameOf(file: string): keyof Text['init']['made'] {
    const name = (Object.keys(text.init.made) as (keyof Text['init']['made'])[]).find((each) => places[each] === file);
    if (name === undefined) throw new Error(`Nothing is said of ${file}.`);
    return name;
  }

  /** The key is made where there is none, and said; the request is for whatever key is there. */
  async function prepareRequest(at: typeof places, { name, origin }: Agency): Promise<string> {
    const isNew = writeOnce(at.sealKey, makeSealKey);
    write(isNew ? text.init.made.sealKey(at.sealKey) : text.init.kept(at.sealKey));
    try {
      return await makeSealRequest(readFileSync(at.sealKey, 'utf8'), { name: name.en, origin });
    } catch (cause) {
      throw new JoiningProblem('key-unusable', { what: at.sealKey, cause });
    }
  }
}

function readAgencyOptions({ id, origin, fa, en }: InitOptions): Agency {
  const missing = Object.entries({ id, origin, fa, en }).find(([, value]) => value === undefined || value === '');
  if (missing !== undefined) throw new JoiningProblem('option-missing', { what: `--${missing[0]}` });
  const agency = { id: id ?? '', origin: origin ?? '', name: { fa: fa ?? '', en: en ?? '' } };
  if (!/^[a-z][a-z0-9-]*$/.test(agency.id)) throw new JoiningProblem('id-invalid', { what: agency.id });
  if (!isSite(agency.origin)) throw new JoiningProblem('origin-invalid', { what: agency.origin });
  return agency;
}

/** An origin as browsers write it: https, or http on this machine. */
function isSite(origin: string): boolean {
  const url = URL.canParse(origin) ? new URL(origin) : undefined;
  return url?.origin === origin && (url.protocol === 'https:' || (url.protocol === 'http:' && url.hostname.endsWith('.localhost')));
}

async function requireSameAgency(folder: string, { id, origin }: Agency): Promise<void> {
  const { agency } = await readFolder(folder);
  if (agency.id !== id || agency.origin !== origin) throw new JoiningProblem('other-agency', { what: `${agency.id} (${agency.origin})` });
}

/** Where the server listens, on this machine alone: the site's own port and one, where it has one, else 8471. */
function choosePort({ port }: InitOptions, { origin }: Agency): number {
  if (port !== undefined) return Number(port);
  const own = Number(new URL(origin).port);
  return own === 0 ? 8471 : own + 1;
}

function writeConfig({ id, name, origin }: Agency, { timeStampsFrom, ...settings }: Ground['settings'], port: number): string {
  const places = listPlaces('');
  const agency = {
    ...{ id, name, origin },
    sealKeyFile: basename(places.sealKey),
    sealCertFile: basename(places.sealCertificate),
    apiKeyFile: basename(places.apiKey),
    caseworkerEnrolmentCodeFile: basename(places.enrolmentCode),
    formFiles: [basename(places.form)],
  };
  const config = {
    port,
    database: 'daricheh.sqlite',
    anchors: [basename(places.roots)],
    ...settings,
    agencies: [{ ...agency, ...(timeStampsFrom === undefined ? {} : { timeStampsFrom }) }],
  };
  return `${JSON.stringify(config, undefined, 2)}\n`;
}
