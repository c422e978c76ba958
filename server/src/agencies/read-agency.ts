import { readFile } from 'node:fs/promises';
import { serviceCatalogue } from '@daricheh/shared/catalogue';
import type { Bytes } from '@daricheh/shared/credential';
import { formMapContent } from '@daricheh/shared/form-map';
import { formDefinition } from '@daricheh/shared/submission';
import type { TimeStampAuthority } from '@daricheh/shared/timestamp';
import { parseWebhookSecret } from '@daricheh/shared/webhook';
import type * as z from 'zod/mini';
import type { AgencyConfig } from '../config.ts';
import { openTimeStampAuthority } from '../time-stamps/open-authority.ts';
import { type Agency, type CitizensAuthority, createAgency, openSeal, type Seal } from './agency.ts';

/** The tenant of a configuration, its files read. @throws Error that names a file which is missing or unusable. */
export async function readAgency(config: AgencyConfig): Promise<Agency> {
  const { caseworkerEnrolmentCodeFile: codeFile, formMapFile, issuer } = config;
  return createAgency({
    id: config.id,
    name: config.name,
    origin: config.origin,
    sealKeyPem: await readText(config.sealKeyFile),
    sealCertPem: await readText(config.sealCertFile),
    apiKey: await readText(config.apiKeyFile),
    enrolmentCode: codeFile === undefined ? undefined : await readText(codeFile),
    forms: await Promise.all(config.formFiles.map((file) => readJson(file, formDefinition, (form) => addAgency(form, config)))),
    formMap: formMapFile === undefined ? undefined : await readJson(formMapFile, formMapContent),
    catalogue: config.catalogueFile === undefined ? undefined : await readJson(config.catalogueFile, serviceCatalogue),
    issuer: issuer && {
      documents: issuer.documents,
      citizens: await readKeyPair(issuer.citizens),
      documentSigner: await readDocumentSigner(issuer.documentSigner),
      authorizationPage: issuer.authorizationPage ?? null,
      encrypted: issuer.encrypted,
    },
    timeStampAuthority: await readTimeStampAuthority(config.timeStampAuthority),
    timeStampsFrom: config.timeStampsFrom,
    erasesAfterRetention: config.eraseAfterRetention,
    webhook: config.webhook && { url: config.webhook.url, secrets: await readSecrets(config.webhook.secretFile) },
  });
}

type KeyFiles = { readonly keyFile: string; readonly certFile: string } | undefined;

async function readTimeStampAuthority(source: AgencyConfig['timeStampAuthority']): Promise<TimeStampAuthority | undefined> {
  const pair = await readKeyPair(source);
  if (pair === null || source === undefined) return undefined;
  return openTimeStampAuthority({ ...pair, policy: source.policy, accuracySeconds: source.accuracySeconds });
}

/** One secret a line. @throws Error that names the file, and nothing that stands in it */
async function readSecrets(file: string): Promise<readonly Bytes[]> {
  const lines = (await readText(file)).split('\n').map((line) => line.trim());
  try {
    return lines.filter((line) => line !== '').map(parseWebhookSecret);
  } catch {
    // The cause would say no more, and the line is a secret.
    throw new Error(`${file}: each line is whsec_ and base64 of 24 to 64 random bytes.`);
  }
}

async function readDocumentSigner(files: KeyFiles): Promise<Seal | null> {
  const pair = await readKeyPair(files);
  return pair && openSeal(pair.keyPem, pair.certPem);
}

async function readKeyPair(files: KeyFiles): Promise<CitizensAuthority | null> {
  return files === undefined ? null : { keyPem: await readText(files.keyFile), certPem: await readText(files.certFile) };
}

function readText(file: string): Promise<string> {
  return readFile(file, 'utf8');
}

/** Who asks and where answers go, where the file leaves that out: it is the same for every form of the agency. */
function addAgency(form: unknown, { id, name, origin }: AgencyConfig): unknown {
  if (typeof form !== 'object' || form === null) return form;
  return {
    ...{ type: 'daricheh.form.v1', agency: { id, name, origin } },
    ...{ requestsUri: `${origin}/daricheh/submissions/requests`, submissionsUri: `${origin}/daricheh/submissions` },
    ...('attachments' in form ? { attachmentsUri: `${origin}/daricheh/attachments` } : {}),
    ...form,
  };
}

async function readJson<T>(file: string, schema: z.ZodMiniType<T>, complete = (content: unknown): unknown => content): Promise<T> {
  const parsed = schema.safeParse(complete(JSON.parse(await readText(file))));
  if (parsed.success) return parsed.data;
  throw new Error(`${file}: ${parsed.error.issues.map(({ path, message }) => `${path.join('.')} ${message}`).join('; ')}`);
}
