import { readFile } from 'node:fs/promises';
import type { AgencyConfig } from '../config.ts';
import { type Agency, createAgency } from './agency.ts';

/** The tenant of a configuration, its files read. @throws Error that names a file which is missing or unusable. */
export async function readAgency(config: AgencyConfig): Promise<Agency> {
  const { caseworkerEnrolmentCodeFile: codeFile, issuer } = config;
  return createAgency({
    id: config.id,
    name: config.name,
    origin: config.origin,
    sealKeyPem: await readText(config.sealKeyFile),
    sealCertPem: await readText(config.sealCertFile),
    apiKey: await readText(config.apiKeyFile),
    enrolmentCode: codeFile === undefined ? undefined : await readText(codeFile),
    issuer:
      issuer === undefined
        ? undefined
        : { citizensKeyPem: await readText(issuer.citizensKeyFile), citizensCertPem: await readText(issuer.citizensCertFile) },
  });
}

function readText(file: string): Promise<string> {
  return readFile(file, 'utf8');
}
