import { encodeBase64Url, encodeUtf8, type Json } from '../encoding/index.ts';
import type { RandomBytes, Sha256, SignP256 } from './crypto-ports.ts';
import { isJsonObject, type JsonObject, signCompactJws } from './jws.ts';
import { digestText, malformedCredential, sdJwtLimits } from './sd-jwt.ts';

export type CredentialContent = {
  /** The issuer's chain, leaf first, without the anchor. */
  readonly x5c: readonly string[];
  /** Claims that everyone reads: `iss`, `vct`, dates, `cnf`, `status`, and whatever is not to be withheld. */
  readonly open: JsonObject;
  /** Claims that the holder may withhold. An object is not withheld as a whole: each member of it is, by itself. */
  readonly disclosable: JsonObject;
  /** Digests added to each object that stand for nothing, so that the number of claims says less. None when absent. */
  readonly decoys?: number;
};

export type IssuePorts = { readonly sign: SignP256; readonly sha256: Sha256; readonly randomBytes: RandomBytes };

/**
 * An SD-JWT VC over these claims, with every disclosure. Salts are 128 bits; digests are sorted, so that their order
 * says nothing.
 * @throws AppError `credential_malformed` when a claim is both open and disclosable, or more can be disclosed than verifiers read
 * @see RFC 9901, sections 4.2 and 6; SD-JWT VC draft-19, section 2.2
 */
export async function issueCredential({ x5c, open, disclosable, decoys = 0 }: CredentialContent, ports: IssuePorts): Promise<string> {
  if (Object.keys(disclosable).some((name) => Object.hasOwn(open, name))) throw malformedCredential('claim_collision');
  const disclosures: string[] = [];
  const hidden = await hideMembers(disclosable, { decoys, disclosures, ports });
  if (disclosures.length > sdJwtLimits.disclosures) throw malformedCredential('disclosure_count');
  const payload = { ...open, ...hidden, _sd_alg: 'sha-256' };
  const jwt = await signCompactJws({ header: { typ: 'dc+sd-jwt', x5c }, payload }, ports.sign);
  return [jwt, ...disclosures, ''].join('~');
}

type Hiding = { readonly decoys: number; readonly disclosures: string[]; readonly ports: IssuePorts };

async function hideMembers(object: JsonObject, hiding: Hiding): Promise<JsonObject> {
  const plain: Record<string, Json> = {};
  const digests: string[] = [];
  for (const [name, value] of Object.entries(object)) {
    if (isJsonObject(value)) plain[name] = await hideMembers(value, hiding);
    else digests.push(await hide(name, value, hiding));
  }
  const { sha256, randomBytes } = hiding.ports;
  for (let count = 0; count < hiding.decoys; count++) digests.push(encodeBase64Url(await sha256(randomBytes(32))));
  return digests.length === 0 ? plain : { ...plain, _sd: digests.sort() };
}

async function hide(name: string, value: Json, { disclosures, ports }: Hiding): Promise<string> {
  const salt = encodeBase64Url(ports.randomBytes(16));
  const disclosure = encodeBase64Url(encodeUtf8(JSON.stringify([salt, name, value])));
  disclosures.push(disclosure);
  return digestText(disclosure, ports.sha256);
}
