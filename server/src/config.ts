import { readFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { localizedText } from '@daricheh/shared/trust';
import { documentTypeIds } from '@daricheh/shared/vocabulary';
import * as z from 'zod/mini';

const origin = z.string().check(z.refine((value) => URL.canParse(value) && new URL(value).origin === value));
const port = z.number().check(z.int(), z.gte(0), z.lte(65_535));

const keyFiles = z.strictObject({ keyFile: z.string(), certFile: z.string() });

const issuer = z.strictObject({
  /** The types of document that the agency issues, by their ids in the vocabulary. */
  documents: z.array(z.enum(documentTypeIds)).check(z.minLength(1)),
  /** The authority that certifies citizens' signing keys: PKCS #8 PEM and certificate. Needed by who issues `signing`. */
  citizens: z.optional(keyFiles),
  /** Signs mdocs: PKCS #8 PEM and a certificate for that use. Without it documents are issued as SD-JWT VC alone. */
  documentSigner: z.optional(keyFiles),
  /** The agency's own page where citizens sign in to receive documents; without one they come with an offer's code alone. */
  authorizationPage: z.optional(z.url()),
  /** Types whose documents are given encrypted, or not at all. */
  encrypted: z._default(z.array(z.enum(documentTypeIds)), []),
});

/** Tells others the time (RFC 3161), as `/daricheh/time-stamps`. */
const timeStampAuthority = z.strictObject({
  /** PKCS #8 PEM, and in PEM the certificate, whose one and critical purpose is timeStamping, with those above it. */
  ...{ keyFile: z.string(), certFile: z.string() },
  /** Object identifier of the rules that it follows. */
  policy: z.string().check(z.regex(/^[012](\.(0|[1-9]\d{0,8}))+$/)),
  /** How far its clock may be off. */
  accuracySeconds: z._default(z.number().check(z.int(), z.gte(1), z.lte(300)), 1),
});

/** https, or http on this machine: lists and time stamps are signed, but nobody else need know what is in use. */
function isSafeAddress(value: string): boolean {
  const url = URL.canParse(value) ? new URL(value) : undefined;
  return url?.protocol === 'https:' || (url?.protocol === 'http:' && url.hostname.endsWith('.localhost'));
}

/** Where the agency's own system is told of events: https, or http on this machine. */
const webhook = z.strictObject({
  url: z.string().check(z.refine(isWebhookAddress)),
  /** `whsec_` and base64, one a line; two lines while one is changed for another, and both sign. */
  secretFile: z.string(),
});

/** Unlike other addresses it may name this machine by number: the agency's system often runs beside the server. */
function isWebhookAddress(value: string): boolean {
  const url = URL.canParse(value) ? new URL(value) : undefined;
  if (url === undefined || url.username !== '' || url.password !== '' || url.hash !== '') return false;
  return isSafeAddress(value) || (url.protocol === 'http:' && ['localhost', '127.0.0.1', '[::1]'].includes(url.hostname));
}

const agencyConfig = z.strictObject({
  id: z.string().check(z.regex(/^[a-z][a-z0-9-]*$/)),
  name: localizedText,
  origin,
  /** PKCS #8 PEM of the key that signs requests, forms and receipts, and its certificate. */
  sealKeyFile: z.string(),
  sealCertFile: z.string(),
  /** One line: what the agency's own back end shows as a bearer token. */
  apiKeyFile: z.string(),
  /** What the agency asks in each form; the server adds who asks and where answers go, where a file leaves that out. */
  formFiles: z._default(z.array(z.string()), []),
  /** What the fields of its forms ask for, for `/.well-known/daricheh-form-map`; the server signs it. */
  formMapFile: z.optional(z.string()),
  /** The services that it offers, for `/.well-known/services.jsonld`. */
  catalogueFile: z.optional(z.string()),
  /** One line: enrols one administrator's passkey, once; a new line enrols another, should all administrators have lost theirs. */
  caseworkerEnrolmentCodeFile: z.optional(z.string()),
  /** Present where the agency issues credentials. */
  issuer: z.optional(issuer),
  timeStampAuthority: z.optional(timeStampAuthority),
  /** Address of the authority that stamps the signatures which come to the agency: another's, or its own. The trust list names it. */
  timeStampsFrom: z.optional(z.string().check(z.refine(isSafeAddress))),
  webhook: z.optional(webhook),
  /** Decided cases are erased by themselves once they were kept as long as their form's signed terms say. Off unless said: the law may want them longer. */
  eraseAfterRetention: z._default(z.boolean(), false),
});
export type AgencyConfig = z.infer<typeof agencyConfig>;

/** The config file: what one server process serves. Paths are relative to the file's own folder. */
const configFile = z
  .strictObject({
    port,
    /** Path of a SQLite file, or a postgres: address. */
    database: z.string().check(z.minLength(1)),
    /** Folder for what citizens attach; beside the SQLite file, or this one, when left out. All processes over one database share it. */
    attachmentsFolder: z.optional(z.string()),
    /** Origins (and, in Chromium, RP ids) of the wallets whose passkeys count. */
    walletOrigins: z.array(z.string()),
    /** PEM files of the roots under which certificates are believed. */
    anchors: z.array(z.string()),
    /** The signed trust list: a file that somebody replaces, or the address where it is published. One of them, or none. */
    trustListFile: z.optional(z.string()),
    trustListUrl: z.optional(z.string().check(z.refine(isSafeAddress))),
    /** The built script tag, served as `/daricheh/kit.js`. */
    kitFile: z.optional(z.string()),
    /** The built page that checks what was signed, served as `/daricheh/check.html`. */
    checkPageFile: z.optional(z.string()),
    /** True behind a proxy of one's own that writes X-Forwarded-For: its last entry then names the client for rate limits. */
    trustForwardedFor: z._default(z.boolean(), false),
    agencies: z.array(agencyConfig).check(z.minLength(1)),
  })
  .check(z.refine(({ trustListFile, trustListUrl }) => trustListFile === undefined || trustListUrl === undefined));
/** The same with every path absolute, and the folder of attachments known. */
export type Config = z.infer<typeof configFile> & { readonly attachmentsFolder: string };

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * The configuration in the file that `DARICHEH_CONFIG` names, with `DATABASE_URL` and `PORT` put over it. All paths in
 * it are absolute; that the files exist is found out by whoever reads them.
 * @throws Error that names the member at fault, for the operator to read.
 */
export async function readConfig(environment: Environment): Promise<Config> {
  const file = environment['DARICHEH_CONFIG'];
  if (file === undefined || file === '') throw new Error('Set DARICHEH_CONFIG to the path of the configuration file.');
  const parsed = configFile.safeParse(override(parseJson(file, await readFile(file, 'utf8')), environment));
  if (!parsed.success) throw new Error(`${file} is not a valid configuration: ${describeIssues(parsed.error)}`);
  return resolvePaths(parsed.data, dirname(resolve(file)));
}

function override(content: unknown, environment: Environment): unknown {
  if (typeof content !== 'object' || content === null) return content;
  const { DATABASE_URL: database, PORT: portText } = environment;
  return {
    ...content,
    ...(database === undefined || database === '' ? {} : { database }),
    ...(portText === undefined || portText === '' ? {} : { port: Number(portText) }),
  };
}

function parseJson(file: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new Error(`${file} is not JSON.`, { cause });
  }
}

function resolvePaths(config: z.infer<typeof configFile>, folder: string): Config {
  const at = (path: string): string => resolve(folder, path);
  const isAddress = /^postgres(ql)?:/.test(config.database) || config.database === ':memory:';
  return {
    ...config,
    database: isAddress ? config.database : at(config.database),
    attachmentsFolder: at(config.attachmentsFolder ?? (isAddress ? 'attachments' : `${config.database}.attachments`)),
    anchors: config.anchors.map(at),
    ...(config.trustListFile === undefined ? {} : { trustListFile: at(config.trustListFile) }),
    ...(config.kitFile === undefined ? {} : { kitFile: at(config.kitFile) }),
    ...(config.checkPageFile === undefined ? {} : { checkPageFile: at(config.checkPageFile) }),
    agencies: config.agencies.map((agency) => resolveAgencyPaths(agency, at)),
  };
}

function resolveAgencyPaths(agency: AgencyConfig, at: (path: string) => string): AgencyConfig {
  const { formMapFile, catalogueFile, caseworkerEnrolmentCodeFile: codeFile, issuer, timeStampAuthority: authority, webhook } = agency;
  return {
    ...agency,
    sealKeyFile: at(agency.sealKeyFile),
    sealCertFile: at(agency.sealCertFile),
    apiKeyFile: at(agency.apiKeyFile),
    formFiles: agency.formFiles.map(at),
    ...(formMapFile === undefined ? {} : { formMapFile: at(formMapFile) }),
    ...(catalogueFile === undefined ? {} : { catalogueFile: at(catalogueFile) }),
    ...(codeFile === undefined ? {} : { caseworkerEnrolmentCodeFile: at(codeFile) }),
    ...(issuer === undefined ? {} : { issuer: resolveIssuerPaths(issuer, at) }),
    ...(authority === undefined
      ? {}
      : { timeStampAuthority: { ...authority, keyFile: at(authority.keyFile), certFile: at(authority.certFile) } }),
    ...(webhook === undefined ? {} : { webhook: { ...webhook, secretFile: at(webhook.secretFile) } }),
  };
}

function resolveIssuerPaths(config: z.infer<typeof issuer>, at: (path: string) => string): z.infer<typeof issuer> {
  const { citizens, documentSigner } = config;
  const resolveFiles = ({ keyFile, certFile }: z.infer<typeof keyFiles>) => ({ keyFile: at(keyFile), certFile: at(certFile) });
  return {
    ...config,
    ...(citizens === undefined ? {} : { citizens: resolveFiles(citizens) }),
    ...(documentSigner === undefined ? {} : { documentSigner: resolveFiles(documentSigner) }),
  };
}

function describeIssues(error: z.core.$ZodError): string {
  return error.issues
    .map((issue) => {
      const path = issue.path.join('.') || '(whole)';
      return issue.code === 'unrecognized_keys' ? `${path}: unknown ${issue.keys.join(', ')}` : `${path}: ${issue.code}`;
    })
    .join('; ');
}
