import { decodeBase64Url, type Json } from '../../encoding/index.ts';
import { AppError } from '../../errors/index.ts';
import type { VerifyChain } from '../../x509/index.ts';
import type { Bytes, VerifyP256 } from '../crypto-ports.ts';
import { type CompactJws, checkJwsHeader, isJsonObject, isJwsSignedBy, type JsonObject, parseCompactJws, parseJwsPayload } from '../jws.ts';
import { clockSkewSeconds } from '../steps/check-dates.ts';
import type { StatusBits } from './status-list.ts';
import type { InflateZlib } from './zlib.ts';

/** A list of statuses that its issuer vouched for. */
export type StatusToken = {
  readonly bits: StatusBits;
  readonly list: Bytes;
  readonly issuedAtSeconds: number;
  /** From then on it says nothing. A day after `issuedAtSeconds` where the token does not say. */
  readonly expiresAtSeconds: number;
  /** For so long it need not be fetched again; null where the token does not say. */
  readonly ttlSeconds: number | null;
};

export type StatusPorts = { readonly verifyChain: VerifyChain; readonly verifyP256: VerifyP256; readonly inflate: InflateZlib };

/** Most characters of a token, most bytes of the list in it. */
export const statusLimits = { token: 1_048_576, list: 16_777_216 } as const;

const code = 'status_list_invalid';
const day = 86_400;

/**
 * V28. The list in a status token, once: it is a `statuslist+jwt` under ES256, its chain leads to an anchor, its leaf is
 * the credential's issuer, `sub` is the address asked for, and now lies between `iat` and `exp`.
 * @throws AppError `status_list_invalid`, and those of the chain verifier
 * @see Token Status List draft-21, sections 5.1 and 8.3
 */
export async function verifyStatusToken(
  text: string,
  expected: { readonly uri: string; readonly issuer: string; readonly at: Date },
  ports: StatusPorts,
): Promise<StatusToken> {
  const jws = parseCompactJws(text, { code, maxLength: statusLimits.token });
  checkJwsHeader(jws, { code, typ: 'statuslist+jwt', keyIn: 'x5c' });
  await checkSignature(jws, expected, ports);
  const payload = parseJwsPayload(jws, code);
  if (payload['sub'] !== expected.uri) throw invalid('sub');
  const dates = readDates(payload, expected.at);
  const { bits, lst } = readList(payload['status_list']);
  return { ...dates, bits, list: await inflateList(lst, ports.inflate) };
}

async function checkSignature(jws: CompactJws, { issuer, at }: { issuer: string; at: Date }, ports: StatusPorts): Promise<void> {
  const { leaf } = await ports.verifyChain(jws.header['x5c'], { at });
  if (!(await isJwsSignedBy(jws, leaf.publicKey, ports.verifyP256))) throw invalid('signature');
  if (!leaf.extensions.subjectAltName?.uris.includes(issuer)) throw invalid('issuer');
}

function readDates(payload: JsonObject, at: Date): Pick<StatusToken, 'issuedAtSeconds' | 'expiresAtSeconds' | 'ttlSeconds'> {
  const { iat, exp = null, ttl = null } = payload;
  const now = at.getTime() / 1000;
  if (typeof iat !== 'number' || iat > now + clockSkewSeconds) throw invalid('iat');
  const expiresAtSeconds = exp ?? iat + day;
  if (typeof expiresAtSeconds !== 'number' || now >= expiresAtSeconds) throw invalid('exp');
  if (ttl !== null && !(typeof ttl === 'number' && ttl > 0)) throw invalid('ttl');
  return { issuedAtSeconds: iat, expiresAtSeconds, ttlSeconds: ttl };
}

function readList(list: Json | undefined): { bits: StatusBits; lst: string } {
  const { bits, lst } = isJsonObject(list) ? list : {};
  if (bits !== 1 && bits !== 2 && bits !== 4 && bits !== 8) throw invalid('bits');
  if (typeof lst !== 'string') throw invalid('lst');
  return { bits, lst };
}

async function inflateList(lst: string, inflate: InflateZlib): Promise<Bytes> {
  try {
    return await inflate(decodeBase64Url(lst), statusLimits.list);
  } catch (cause) {
    throw new AppError(code, { what: 'lst' }, { cause });
  }
}

function invalid(what: string): AppError {
  return new AppError(code, { what });
}
