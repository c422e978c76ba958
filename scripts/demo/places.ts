import { join, resolve } from 'node:path';
import process from 'node:process';
import type { DemoAgency } from '@daricheh/agencies/agencies';
import { root } from '../places.ts';

const defaultPort = 8470;

/** Where the demo's keys, certificates, lists and databases lie: `$DARICHEH_DEMO_DIR`, or `.demo` beside the packages. */
export function findDemoFolder(): string {
  const named = process.env['DARICHEH_DEMO_DIR'];
  return named ? resolve(named) : join(root, '.demo');
}

/**
 * The port of the agencies' sites: `$DARICHEH_PORT`, or 8470. The two that follow belong to the servers behind them.
 * @throws Error when the variable is not a port that leaves room for two more.
 */
export function readPort(): number {
  const text = process.env['DARICHEH_PORT'] ?? '';
  if (text === '') return defaultPort;
  const port = Number(text);
  if (!Number.isInteger(port) || port < 1024 || port > 65_533) throw new Error(`DARICHEH_PORT must be 1024 to 65533, not "${text}".`);
  return port;
}

/** The origin as browsers see it. */
export function buildOrigin(host: string, port: number): string {
  return `http://${host}:${port}`;
}

/** The site that pretends to be the tax administration: it has no certificate and stands in no list. */
export const lookAlikeHost = 'tax-gov.localhost';

/** The host that publishes the trust list: an office of its own, no agency. */
export const trustHost = 'trust.localhost';

export const kitSource = join(root, 'kit/src/main.ts');
export const kitFile = join(root, 'kit/dist/kit.js');
export const checkPageFile = join(root, 'checker/dist/check.html');

/** Every file of the demo material, below `folder`. */
export function listPlaces(folder: string) {
  const at = (...parts: string[]): string => join(folder, ...parts);
  return {
    folder,
    made: at('made.json'),
    rootCert: at('root.pem'),
    rootKey: at('root.key.pem'),
    trustList: at('trust-list.jwt'),
    trustListKey: at('trust-list', 'signer.key.pem'),
    trustListCert: at('trust-list', 'signer.cert.pem'),
    extensionId: at('extension', 'id'),
    manifestKey: at('extension', 'manifest-key'),
    serverConfig: at('server.json'),
    registryConfig: at('registry.json'),
    data: at('data'),
    timeStampsKey: at('civil-registry', 'time-stamps.key.pem'),
    timeStampsCert: at('civil-registry', 'time-stamps.cert.pem'),
    citizensKey: at('civil-registry', 'citizens.key.pem'),
    citizensCert: at('civil-registry', 'citizens.cert.pem'),
    agency: (id: DemoAgency['id']) => ({
      sealKey: at(id, 'seal.key.pem'),
      sealCert: at(id, 'seal.cert.pem'),
      documentSignerKey: at(id, 'document-signer.key.pem'),
      documentSignerCert: at(id, 'document-signer.cert.pem'),
      apiKey: at(id, 'api-key'),
      enrolmentCode: at(id, 'caseworker-enrolment-code'),
      services: at(id, 'services.json'),
      formMap: at(id, 'form-map.json'),
      form: (formId: string) => at(id, 'forms', `${formId}.json`),
    }),
  };
}

export type Places = ReturnType<typeof listPlaces>;
