import type { Bytes, Sha256 } from '../credential/index.ts';
import { encodeBase64Url, encodeCanonicalJson, parseStrictJson } from '../encoding/index.ts';
import { AppError } from '../errors/index.ts';
import { openSealedJws, type Seal, type SealExpectations, type SealPorts, sealJws } from '../seal/index.ts';
import { type FormDefinition, formDefinition } from './form-definition.ts';

export const formJwsType = 'daricheh-form+jws';

/** A form definition with the hash by which manifests and requests name it: SHA-256 over its signed bytes, base64url. */
export type HashedForm = { readonly definition: FormDefinition; readonly hash: string };

/** A form as an agency publishes it. */
export type PublishedForm = HashedForm & { readonly jws: string };

/** The definition under the agency's seal. The same definition has the same bytes, and so the same hash, at every publication. */
export async function publishForm(definition: FormDefinition, seal: Seal, { sha256 }: { sha256: Sha256 }): Promise<PublishedForm> {
  const bytes = encodeCanonicalJson(formDefinition.parse(definition));
  return { definition, hash: await hashBytes(bytes, sha256), jws: await sealJws(formJwsType, bytes, seal) };
}

/**
 * The definition in `jws`, sealed by the agency of that origin, all of whose addresses are at that origin.
 * @throws AppError `form_not_trusted`
 */
export async function openForm(jws: string, expected: SealExpectations, ports: SealPorts): Promise<HashedForm> {
  const bytes = await openSealedJws(jws, { ...expected, typ: formJwsType, code: 'form_not_trusted' }, ports);
  const parsed = formDefinition.safeParse(readJson(bytes));
  if (!parsed.success) throw new AppError('form_not_trusted', { what: 'shape' });
  const { agency, requestsUri, submissionsUri, attachmentsUri = submissionsUri, returnUri = submissionsUri } = parsed.data;
  const isOwn = [agency.origin, requestsUri, submissionsUri, attachmentsUri, returnUri].every(
    (uri) => new URL(uri).origin === expected.origin,
  );
  if (!isOwn || agency.origin !== expected.origin) throw new AppError('form_not_trusted', { what: 'address' });
  return { definition: parsed.data, hash: await hashBytes(bytes, ports.sha256) };
}

async function hashBytes(bytes: Bytes, sha256: Sha256): Promise<string> {
  return encodeBase64Url(await sha256(bytes));
}

function readJson(bytes: Bytes): unknown {
  try {
    return parseStrictJson(bytes);
  } catch {
    throw new AppError('form_not_trusted', { what: 'json' });
  }
}
