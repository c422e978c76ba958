import type { P256PublicJwk } from '@daricheh/shared/credential';
import { AppError } from '@daricheh/shared/errors';
import type { CredentialRequest } from '@daricheh/shared/issuance';
import type { ListedPasskey } from '@daricheh/shared/submission';
import { getDocumentType } from '@daricheh/shared/vocabulary';
import type { Agency } from '../agencies/agency.ts';
import type { Deps } from '../deps.ts';
import { type ConfigurationId, getConfiguration, listDocuments } from './configurations.ts';
import { countRequest, type Grant } from './grants.ts';
import { nameCredential } from './name-credential.ts';
import { useNonce } from './nonces.ts';
import { allocateStatus } from './status-list.ts';
import { readSubject } from './subject.ts';
import { verifyPasskey } from './verify-passkey.ts';
import { verifyProofs } from './verify-proofs.ts';
import { writeMdoc } from './write-mdoc.ts';
import { writeSdJwt } from './write-sd-jwt.ts';

type IssueDeps = Pick<Deps, 'store' | 'now' | 'randomBytes' | 'sha256' | 'verifyP256' | 'walletOrigins' | 'log'>;

const dayMs = 86_400_000;

/**
 * The credentials that the request asks for, one for each proof. Checked in this order: what is asked for, the proofs,
 * the nonce (used up only by sound proofs), the passkey, how many requests the grant has answered today.
 * @throws AppError `unknown_credential_configuration`, `unknown_credential_identifier`, `invalid_credential_request`,
 * `invalid_proof`, `invalid_nonce`, `passkey_registration_invalid`, `invalid_token`
 * @see OpenID4VCI 1.0, section 8
 */
export async function issueCredentials(
  deps: IssueDeps,
  agency: Agency,
  grant: Grant,
  request: CredentialRequest,
): Promise<readonly string[]> {
  const configuration = findConfiguration(request, grant);
  if (!request.proofs) throw new AppError('invalid_proof', { what: 'missing' });
  const { keys, nonce } = await verifyProofs(deps, agency, request.proofs.jwt);
  await useNonce(deps, agency, nonce);
  const passkeys = await readPasskeys(deps, agency, configuration, request, nonce);
  if (!(await countRequest(deps, agency, grant.offerId))) throw new AppError('invalid_token');
  const credentials: string[] = [];
  for (const key of keys) credentials.push(await issueOne(deps, agency, { configuration, grant, key, passkeys }));
  return credentials;
}

/**
 * The configuration that is asked for: by identifier where the token response named credentials so, else by its id.
 * @throws AppError `unknown_credential_configuration`, `unknown_credential_identifier`, `invalid_credential_request`
 * @see OpenID4VCI 1.0, section 8.2
 */
export function findConfiguration(request: CredentialRequest, { configurations: granted, isByIdentifier }: Grant): ConfigurationId {
  const { credential_configuration_id: id, credential_identifier: identifier } = request;
  if ((id === undefined) === (identifier === undefined))
    throw new AppError('invalid_credential_request', { what: 'credential_identifier' });
  if (identifier !== undefined) {
    const named = isByIdentifier ? granted.find((each) => nameCredential(each) === identifier) : undefined;
    if (named === undefined) throw new AppError('unknown_credential_identifier');
    return named;
  }
  const asked = granted.find((each) => each === id);
  if (asked === undefined) throw new AppError('unknown_credential_configuration');
  if (isByIdentifier) throw new AppError('invalid_credential_request', { what: 'credential_configuration_id' });
  return asked;
}

async function readPasskeys(
  deps: IssueDeps,
  agency: Agency,
  configuration: ConfigurationId,
  { daricheh_passkey: evidence }: CredentialRequest,
  nonce: string,
): Promise<readonly ListedPasskey[]> {
  if (!getDocumentType(getConfiguration(configuration).document).needsPasskey) return [];
  if (!evidence) throw new AppError('invalid_credential_request', { what: 'daricheh_passkey' });
  return [await verifyPasskey(deps, agency, evidence, nonce)];
}

type Asked = {
  readonly configuration: ConfigurationId;
  readonly grant: Grant;
  readonly key: P256PublicJwk;
  readonly passkeys: readonly ListedPasskey[];
};

/** Takes a place in the status list and writes the credential, in the format of its configuration. */
async function issueOne(deps: IssueDeps, agency: Agency, { configuration, grant, key, passkeys }: Asked): Promise<string> {
  const { document, mdoc } = getConfiguration(configuration);
  const at = deps.now();
  const expiresAt = new Date(at.getTime() + getDocumentType(document).lifetimeDays * dayMs);
  const status = await allocateStatus(deps, agency, { offerId: grant.offerId, configuration, expiresAt });
  const order = { subject: readSubject(grant.subject, listDocuments(grant.configurations)), key, at, expiresAt, status };
  return mdoc
    ? writeMdoc(deps, agency, { ...order, document, mdoc })
    : writeSdJwt(deps, agency, { ...order, configuration: document, passkeys });
}
