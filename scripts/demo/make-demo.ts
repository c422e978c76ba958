import { randomBytes, X509Certificate } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { type DemoAgency, demoAgencies } from '@daricheh/agencies/agencies';
import { documentSignerPurpose } from '@daricheh/shared/mdoc';
import { timeStampOids } from '@daricheh/shared/timestamp';
import * as z from 'zod/mini';
import { type Issued, issueCertificate } from './certificates.ts';
import { makeExtensionIdentity } from './extension-id.ts';
import { buildOrigin, findDemoFolder, listPlaces, type Places, readPort } from './places.ts';
import { buildServerConfig, findRegistryOrigin, findTimeStampsUri, issuesMdocs } from './server-configs.ts';
import { buildTrustListContent, keepRegistered, readEdition, signTrustList } from './trust-list.ts';
import { writePrivately as write } from './write-privately.ts';

/** Grows with each change of what is made here that old keys and databases do not fit. */
const shape = 3;
/** id-tsl-kp-tslSigning (ETSI TS 119 612): without it any agency's seal could sign a trust list. */
const trustListSigningUsage = '0.4.0.2231.3.0';
const monthMs = 30 * 24 * 3_600_000;

const madeFile = z.object({ shape: z.number(), port: z.number() });

export type MadeDemo = { readonly folder: string; readonly port: number; readonly isNew: boolean };

/**
 * The demo material lies in `folder`, made for `port`. Keys and certificates are made once, and again (with the
 * databases thrown away, whose records they would no longer fit) when the port or the shape changes or they are about
 * to expire; lists and configurations follow the agencies' own data every time. The extension keeps its id throughout.
 */
export async function makeDemo(folder: string = findDemoFolder(), port: number = readPort()): Promise<MadeDemo> {
  const places = listPlaces(folder);
  const isNew = !isUsable(places, port);
  if (isNew) {
    clearDemo(places);
    await makeKeys(places, port);
    write(places.made, `${JSON.stringify({ shape, port })}\n`);
  }
  await writeLists(places, port);
  return { folder, port, isNew };
}

function isUsable(places: Places, port: number): boolean {
  if (!existsSync(places.made)) return false;
  const made = madeFile.safeParse(JSON.parse(readFileSync(places.made, 'utf8')));
  if (!made.success || made.data.shape !== shape || made.data.port !== port) return false;
  const certificates = [
    places.rootCert,
    places.trustListCert,
    places.citizensCert,
    places.timeStampsCert,
    ...demoAgencies.map(({ id }) => places.agency(id).sealCert),
    ...demoAgencies.filter(issuesMdocs).map(({ id }) => places.agency(id).documentSignerCert),
  ];
  return certificates.every(
    (file) => existsSync(file) && new X509Certificate(readFileSync(file)).validToDate.getTime() > Date.now() + monthMs,
  );
}

/** Only what was made here goes: the folder may be one that somebody named. */
function clearDemo(places: Places): void {
  for (const file of [places.made, places.trustList, places.data]) rmSync(file, { recursive: true, force: true });
}

async function makeKeys(places: Places, port: number): Promise<void> {
  const rootName = 'Daricheh demo root';
  const root = { ...(await issueCertificate({ name: rootName, years: 10, authority: {} })), name: rootName };
  write(places.rootKey, root.keyPem);
  write(places.rootCert, root.certPem);
  const signer = await issueCertificate({ name: 'Trust list', years: 3, purposes: [trustListSigningUsage] }, root);
  writeIssued(signer, { key: places.trustListKey, cert: places.trustListCert });
  const citizens = await issueCertificate({ name: 'Citizens', years: 5, authority: { pathLength: 0 } }, root);
  writeIssued(citizens, { key: places.citizensKey, cert: places.citizensCert });
  const clock = {
    name: 'Time stamps',
    years: 5,
    origin: findRegistryOrigin(port),
    purposes: [timeStampOids.timeStamping],
    arePurposesCritical: true,
  };
  writeIssued(await issueCertificate(clock, root), { key: places.timeStampsKey, cert: places.timeStampsCert });
  for (const agency of demoAgencies) await makeAgencyKeys(agency, root, places, port);
  makeExtension(places);
}

async function makeAgencyKeys(agency: DemoAgency, root: Issued & { readonly name: string }, places: Places, port: number): Promise<void> {
  const files = places.agency(agency.id);
  const seal = await issueCertificate({ name: agency.name.en, years: 3, origin: buildOrigin(agency.host, port) }, root);
  writeIssued(seal, { key: files.sealKey, cert: files.sealCert });
  if (issuesMdocs(agency)) {
    const subject = {
      name: `${agency.name.en}: documents`,
      years: 3,
      origin: buildOrigin(agency.host, port),
      purposes: [documentSignerPurpose],
    };
    writeIssued(await issueCertificate(subject, root), { key: files.documentSignerKey, cert: files.documentSignerCert });
  }
  write(files.apiKey, `${randomBytes(32).toString('base64url')}\n`);
  write(files.enrolmentCode, `${randomBytes(18).toString('base64url')}\n`);
}

function makeExtension(places: Places): void {
  if (existsSync(places.manifestKey) && existsSync(places.extensionId)) return;
  const { manifestKey, id } = makeExtensionIdentity();
  write(places.manifestKey, `${manifestKey}\n`);
  write(places.extensionId, `${id}\n`);
}

async function writeLists(places: Places, port: number): Promise<void> {
  for (const { id, host, buildForms, buildServices, buildFormMap } of demoAgencies) {
    const files = places.agency(id);
    const origin = buildOrigin(host, port);
    for (const form of buildForms.map((buildForm) => buildForm(origin))) writeJson(files.form(form.id), form);
    writeJson(files.services, buildServices(origin));
    if (buildFormMap) writeJson(files.formMap, buildFormMap());
  }
  const readSealCert = (id: DemoAgency['id']) => readFileSync(places.agency(id).sealCert, 'utf8');
  const clock = { certPem: readFileSync(places.timeStampsCert, 'utf8'), uri: findTimeStampsUri(port) };
  const previous = existsSync(places.trustList) ? readFileSync(places.trustList, 'utf8').trim() : undefined;
  const content = keepRegistered(
    buildTrustListContent(port, readSealCert, clock),
    previous === undefined ? [] : readEdition(previous).agencies,
  );
  const signer = { keyPem: readFileSync(places.trustListKey, 'utf8'), certPem: readFileSync(places.trustListCert, 'utf8') };
  write(places.trustList, `${await signTrustList(content, signer, previous)}\n`);
  const extensionId = readFileSync(places.extensionId, 'utf8').trim();
  writeJson(places.serverConfig, buildServerConfig('server', port, extensionId, places));
  writeJson(places.registryConfig, buildServerConfig('registry', port, extensionId, places));
  mkdirSync(places.data, { recursive: true });
}

function writeIssued(issued: Issued, files: { readonly key: string; readonly cert: string }): void {
  write(files.key, issued.keyPem);
  write(files.cert, issued.certPem);
}

function writeJson(file: string, value: unknown): void {
  write(file, `${JSON.stringify(value, undefined, 2)}\n`);
}
