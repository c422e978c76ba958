import { type CredentialConfiguration, type MetadataDisplay, maxBatchSize, preAuthorizedCodeGrant } from '@daricheh/shared/issuance';
import type { LocalizedText } from '@daricheh/shared/trust';
import { type FieldId, fields, getField } from '@daricheh/shared/vocabulary';
import type { Agency } from '../agencies/agency.ts';
import { type ConfigurationId, configurations } from './configurations.ts';

/** What the agency says of itself as a credential issuer, in Persian and English. @see OpenID4VCI 1.0, section 12.2.4 */
export function describeIssuer({ origin, name }: Agency): object {
  const ids = Object.keys(configurations) as ConfigurationId[];
  return {
    credential_issuer: origin,
    credential_endpoint: `${origin}/daricheh/issuer/credential`,
    nonce_endpoint: `${origin}/daricheh/issuer/nonce`,
    batch_credential_issuance: { batch_size: maxBatchSize },
    display: display(name),
    credential_configurations_supported: Object.fromEntries(ids.map((id) => [id, describeConfiguration(id)])),
  };
}

/** The agency as its own authorization server. @see RFC 8414, section 2; OpenID4VCI 1.0, section 12.3 */
export function describeAuthorizationServer({ origin }: Agency): object {
  return {
    issuer: origin,
    token_endpoint: `${origin}/daricheh/issuer/token`,
    grant_types_supported: [preAuthorizedCodeGrant],
    response_types_supported: [],
    token_endpoint_auth_methods_supported: ['none'],
    'pre-authorized_grant_anonymous_access_supported': true,
  };
}

function describeConfiguration(id: ConfigurationId): CredentialConfiguration {
  const { vct, needsPasskey, display: name } = configurations[id];
  return {
    format: 'dc+sd-jwt',
    vct,
    cryptographic_binding_methods_supported: ['jwk'],
    credential_signing_alg_values_supported: ['ES256'],
    proof_types_supported: { jwt: { proof_signing_alg_values_supported: ['ES256'] } },
    credential_metadata: { display: display(name), claims: id === 'identity' ? describeIdentityClaims() : [describeClaim('national-id')] },
    ...(needsPasskey ? { daricheh_passkey_required: true } : {}),
  };
}

function describeIdentityClaims(): ClaimDescription[] {
  return (Object.keys(fields) as FieldId[]).filter((id) => getField(id).claim).map(describeClaim);
}

type ClaimDescription = { path: string[]; display: MetadataDisplay[] };

function describeClaim(id: FieldId): ClaimDescription {
  const { claim = [], fa, en } = getField(id);
  return { path: [...claim], display: display({ fa, en }) };
}

function display({ fa, en }: LocalizedText): MetadataDisplay[] {
  return [
    { name: fa, locale: 'fa' },
    { name: en, locale: 'en' },
  ];
}
