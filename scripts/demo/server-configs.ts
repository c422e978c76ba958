import { existsSync } from 'node:fs';
import { relative } from 'node:path';
import { type DemoAgency, demoAgencies } from '@daricheh/agencies/agencies';
import { getDocumentType } from '@daricheh/shared/vocabulary';
import { buildOrigin, checkPageFile, kitFile, kitSource, type Places } from './places.ts';

type Process = 'server' | 'registry';

const registryId: DemoAgency['id'] = 'civil-registry';

/** Which process serves an agency: the registry runs its own, the others are tenants of one. */
function findProcess({ id }: DemoAgency): Process {
  return id === registryId ? 'registry' : 'server';
}

/** The registry's origin: whose clock the others go by. */
export function findRegistryOrigin(port: number): string {
  const registry = demoAgencies.find(({ id }) => id === registryId);
  if (registry === undefined) throw new Error('The demo has no civil registry.');
  return buildOrigin(registry.host, port);
}

/** Where the registry tells the time. */
export function findTimeStampsUri(port: number): string {
  return `${findRegistryOrigin(port)}/daricheh/time-stamps`;
}

/** The port of a server process: the two after the sites' own. */
export function findServerPort(process: Process, port: number): number {
  return port + (process === 'server' ? 1 : 2);
}

/** The configuration file of one server process, in the shape of server/src/config.ts. Paths are relative to the demo's folder. */
export function buildServerConfig(process: Process, port: number, extensionId: string, places: Places) {
  const to = (file: string): string => relative(places.folder, file);
  return {
    port: findServerPort(process, port),
    database: to(`${places.data}/${process}.sqlite`),
    walletOrigins: [`chrome-extension://${extensionId}`],
    anchors: [to(places.rootCert)],
    trustListFile: to(places.trustList),
    // Where the kit has no source there is none to serve.
    ...(existsSync(kitSource) ? { kitFile: to(kitFile) } : {}),
    checkPageFile: to(checkPageFile),
    agencies: demoAgencies.filter((agency) => findProcess(agency) === process).map((agency) => describeAgency(agency, port, places)),
  };
}

function describeAgency(agency: DemoAgency, port: number, places: Places) {
  const to = (file: string): string => relative(places.folder, file);
  const files = places.agency(agency.id);
  const origin = buildOrigin(agency.host, port);
  return {
    id: agency.id,
    name: agency.name,
    origin,
    sealKeyFile: to(files.sealKey),
    sealCertFile: to(files.sealCert),
    apiKeyFile: to(files.apiKey),
    formFiles: agency.buildForms.map((buildForm) => to(files.form(buildForm(origin).id))),
    ...(agency.buildFormMap ? { formMapFile: to(files.formMap) } : {}),
    // A site that did nothing serves a file of its own.
    ...(agency.level > 0 ? { catalogueFile: to(files.services) } : {}),
    caseworkerEnrolmentCodeFile: to(files.enrolmentCode),
    ...(findProcess(agency) === 'registry' ? { timeStampAuthority: describeTimeStampAuthority(places) } : {}),
    ...(agency.buildForms.length > 0 ? { timeStampsFrom: findTimeStampsUri(port) } : {}),
    ...(agency.issues.length > 0 ? { issuer: describeIssuer(agency, port, places) } : {}),
  };
}

/** The registry tells the others the time. The policy is the demo's own, under the number kept for examples (RFC 5612). */
function describeTimeStampAuthority(places: Places) {
  const to = (file: string): string => relative(places.folder, file);
  return { keyFile: to(places.timeStampsKey), certFile: to(places.timeStampsCert), policy: '1.3.6.1.4.1.32473.1' };
}

/** True when the agency issues a document that has a form as mdoc, and so needs a document signer. */
export function issuesMdocs({ issues }: DemoAgency): boolean {
  return issues.some((id) => getDocumentType(id).mdoc !== undefined);
}

function describeIssuer(agency: DemoAgency, port: number, places: Places) {
  const { id, host, issues, authorizationPath } = agency;
  const to = (file: string): string => relative(places.folder, file);
  const citizens = { keyFile: to(places.citizensKey), certFile: to(places.citizensCert) };
  const files = places.agency(id);
  const documentSigner = { keyFile: to(files.documentSignerKey), certFile: to(files.documentSignerCert) };
  return {
    documents: issues,
    ...(authorizationPath === undefined ? {} : { authorizationPage: buildOrigin(host, port) + authorizationPath }),
    ...(issues.includes('signing') ? { citizens } : {}),
    ...(issuesMdocs(agency) ? { documentSigner } : {}),
  };
}
