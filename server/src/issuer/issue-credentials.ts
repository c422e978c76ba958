import { issueCredential, type JsonObject, type P256PublicJwk } from '@daricheh/shared/credential';
import { AppError } from '@daricheh/shared/errors';
import type { CredentialRequest } from '@daricheh/shared/issuance';
import type { ListedPasskey } from '@daricheh/shared/submission';
import { type DocumentTypeId, getDocumentType } from '@daricheh/shared/vocabulary';
import { encodeX5c } from '@daricheh/shared/x509';
import type { Agency } from '../agencies/agency.ts';
import type { Deps } from '../deps.ts';
import { certifySigningKey } from './certify-signing-key.ts';
import { findIssuer, isIssuedBy } from './configurations.ts';
import { useNonce } from './nonces.ts';
import { countRequest, type Grant } from './offers.ts';
import { allocateStatus } from './status-list.ts';
import { readNationalId, readSubject, type Subject, selectSubjectClaims } from './subject.ts';
import { verifyPasskey } from './verify-passkey.ts';
import { verifyProofs } from './verify-proofs.ts';

type IssueDeps = Pick<Deps, 'store' | 'now' | 'randomBytes' | 'sha256' | 'verifyP256' | 'walletOrigins'>;

/** Digests that stand for nothing, in each object: a person without a father's name is not told by the count. */
const decoys = 3;
const dayMs = 86_400_000;

/**
 * The credentials that the request asks for, one for each proof. Checked in this order: what is asked for, the proofs,
 * the nonce (used up only by sound proofs), the passkey, how many requests the offer has answered.
 * @throws AppError `unknown_credential_configuration`, `unknown_credential_identifier`, `invalid_encryption_parameters`,
 * `invalid_credential_request`, `invalid_proof`, `invalid_nonce`, `passkey_registration_invalid`, `invalid_token`
 * @see OpenID4VCI 1.0, section 8
 */
export async function issueCredentials(
  deps: IssueDeps,
  agency: Agency,
  grant: Grant,
  request: CredentialRequest,
): Promise<readonly string[]> {
  const configuration = findConfiguration(agency, request, grant);
  if (!request.proofs) throw new AppError('invalid_proof', { what: 'missing' });
  const { keys, nonce } = await verifyProofs(deps, agency, request.proofs.jwt);
  await useNonce(deps, agency, nonce);
  const passkeys = await readPasskeys(deps, agency, configuration, request, nonce);
  await countRequest(deps, agency, grant);
  const credentials: string[] = [];
  for (const key of keys) credentials.push(await issueOne(deps, agency, { configuration, grant, key, passkeys }));
  return credentials;
}

function findConfiguration(agency: Agency, request: CredentialRequest, grant: Grant): DocumentTypeId {
  const { credential_configuration_id: id, credential_identifier: identifier, credential_response_encryption: encryption } = request;
  if (identifier !== undefined) throw new AppError('unknown_credential_identifier');
  if (encryption !== undefined) throw new AppError('invalid_encryption_parameters');
  if (id === undefined) throw new AppError('invalid_credential_request', { what: 'credential_configuration_id' });
  if (!isIssuedBy(agency, id) || !grant.configurations.includes(id)) throw new AppError('unknown_credential_configuration');
  return id;
}

async function readPasskeys(
  deps: IssueDeps,
  agency: Agency,
  configuration: DocumentTypeId,
  { daricheh_passkey: evidence }: CredentialRequest,
  nonce: string,
): Promise<readonly ListedPasskey[]> {
  if (!getDocumentType(configuration).needsPasskey) return [];
  if (!evidence) throw new AppError('invalid_credential_request', { what: 'daricheh_passkey' });
  return [await verifyPasskey(deps, agency, evidence, nonce)];
}

type Order = {
  readonly configuration: DocumentTypeId;
  readonly grant: Grant;
  readonly key: P256PublicJwk;
  readonly passkeys: readonly ListedPasskey[];
};

async function issueOne(deps: IssueDeps, agency: Agency, order: Order): Promise<string> {
  const { configuration, grant, key } = order;
  const at = deps.now();
  const { vct, lifetimeDays } = getDocumentType(configuration);
  const expiresAt = new Date(at.getTime() + lifetimeDays * dayMs);
  const subject = readSubject(grant.subject, grant.configurations);
  const { uri, index } = await allocateStatus(deps, agency, { offerId: grant.offerId, configuration, expiresAt });
  const { open, disclosable } =
    configuration === 'signing' ? await stateSigning(deps, agency, order, subject, expiresAt) : stateRecord(subject, configuration);
  const iat = Math.floor(at.getTime() / 1000);
  const common = {
    iss: agency.origin,
    vct,
    iat,
    nbf: iat,
    exp: Math.floor(expiresAt.getTime() / 1000),
    cnf: { jwk: { ...key } },
    status: { status_list: { idx: index, uri } },
  };
  const content = { x5c: [agency.seal.certificate], open: { ...common, ...open }, disclosable, decoys };
  return issueCredential(content, { sign: agency.seal.sign, sha256: deps.sha256, randomBytes: deps.randomBytes });
}

type Claims = { readonly open: JsonObject; readonly disclosable: JsonObject };

function stateRecord(subject: Subject, type: DocumentTypeId): Claims {
  return { open: subject.isFictitious ? { fictitious: true } : {}, disclosable: selectSubjectClaims(subject, type) };
}

async function stateSigning(deps: IssueDeps, agency: Agency, { key, passkeys }: Order, subject: Subject, notAfter: Date): Promise<Claims> {
  const { citizens } = findIssuer(agency);
  if (!citizens) throw new AppError('not_found');
  const chain = await certifySigningKey(citizens, { publicKey: key, notBefore: deps.now(), notAfter }, deps.randomBytes);
  return {
    open: { signing_certificate: { x5c: encodeX5c(chain) }, passkeys: passkeys.map((passkey) => ({ ...passkey })) },
    disclosable: { national_id: readNationalId(subject) },
  };
}
