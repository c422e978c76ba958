import { issueCredential, type JsonObject, type P256PublicJwk, type StatusReference } from '@daricheh/shared/credential';
import { AppError } from '@daricheh/shared/errors';
import type { ListedPasskey } from '@daricheh/shared/submission';
import { type DocumentTypeId, getDocumentType } from '@daricheh/shared/vocabulary';
import { encodeX5c } from '@daricheh/shared/x509';
import type { Agency } from '../agencies/agency.ts';
import type { Deps } from '../deps.ts';
import { certifySigningKey } from './certify-signing-key.ts';
import { findIssuer } from './configurations.ts';
import { readNationalId, type Subject, selectSubjectClaims } from './subject.ts';

/** One credential that was decided on: about whom, bound to which key, and where its status stands. */
export type CredentialOrder = {
  readonly configuration: DocumentTypeId;
  readonly subject: Subject;
  readonly key: P256PublicJwk;
  /** Empty where the configuration needs none. */
  readonly passkeys: readonly ListedPasskey[];
  readonly at: Date;
  readonly expiresAt: Date;
  readonly status: StatusReference;
};

/** Digests that stand for nothing, in each object: a person without a father's name is not told by the count. */
const decoys = 3;

/** The credential as an SD-JWT VC under the agency's seal. @see SD-JWT VC draft-19, section 2 */
export async function writeSdJwt(deps: Pick<Deps, 'sha256' | 'randomBytes'>, agency: Agency, order: CredentialOrder): Promise<string> {
  const { configuration, key, at, expiresAt, status } = order;
  const { open, disclosable } = configuration === 'signing' ? await stateSigning(deps, agency, order) : stateRecord(order);
  const iat = Math.floor(at.getTime() / 1000);
  const common = {
    iss: agency.origin,
    vct: getDocumentType(configuration).vct,
    iat,
    nbf: iat,
    exp: Math.floor(expiresAt.getTime() / 1000),
    cnf: { jwk: { ...key } },
    status: { status_list: { idx: status.index, uri: status.uri } },
  };
  const content = { x5c: [agency.seal.certificate], open: { ...common, ...open }, disclosable, decoys };
  return issueCredential(content, { sign: agency.seal.sign, sha256: deps.sha256, randomBytes: deps.randomBytes });
}

type Claims = { readonly open: JsonObject; readonly disclosable: JsonObject };

function stateRecord({ subject, configuration }: CredentialOrder): Claims {
  return { open: subject.isFictitious ? { fictitious: true } : {}, disclosable: selectSubjectClaims(subject, configuration) };
}

async function stateSigning(deps: Pick<Deps, 'randomBytes'>, agency: Agency, order: CredentialOrder): Promise<Claims> {
  const { key, passkeys, subject, at, expiresAt } = order;
  const { citizens } = findIssuer(agency);
  if (!citizens) throw new AppError('not_found');
  const chain = await certifySigningKey(citizens, { publicKey: key, notBefore: at, notAfter: expiresAt }, deps.randomBytes);
  return {
    open: { signing_certificate: { x5c: encodeX5c(chain) }, passkeys: passkeys.map((passkey) => ({ ...passkey })) },
    disclosable: { national_id: readNationalId(subject) },
  };
}
