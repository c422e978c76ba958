import { type MetadataDisplay, maxBatchSize } from '@daricheh/shared/issuance';
import { contentEncryptions, publishEncryptionKey } from '@daricheh/shared/presentation';
import type { LocalizedText } from '@daricheh/shared/trust';
import {
  type DocumentClaim,
  type DocumentTypeId,
  getDocumentType,
  getField,
  listCredentialClaims,
  type MdocType,
} from '@daricheh/shared/vocabulary';
import type { Agency } from '../agencies/agency.ts';
import { type ConfigurationId, findIssuer, getConfiguration, listConfigurations } from './configurations.ts';
import { statusListsUri } from './status-list.ts';

/** What the agency says of itself as a credential issuer, in Persian and English. @see OpenID4VCI 1.0, section 12.2.4 */
export function describeIssuer(agency: Agency): object {
  const { origin, name, requestKey } = agency;
  const { documents, encrypted } = findIssuer(agency);
  return {
    credential_issuer: origin,
    credential_endpoint: `${origin}/daricheh/issuer/credential`,
    nonce_endpoint: `${origin}/daricheh/issuer/nonce`,
    notification_endpoint: `${origin}/daricheh/issuer/notification`,
    credential_request_encryption: {
      jwks: { keys: [publishEncryptionKey(requestKey)] },
      enc_values_supported: contentEncryptions,
      encryption_required: false,
    },
    credential_response_encryption: {
      alg_values_supported: ['ECDH-ES'],
      enc_values_supported: contentEncryptions,
      encryption_required: documents.every((id) => encrypted.includes(id)),
    },
    status_list_aggregation_endpoint: statusListsUri(agency),
    batch_credential_issuance: { batch_size: maxBatchSize },
    display: display(name),
    credential_configurations_supported: Object.fromEntries(
      listConfigurations(agency).map((id) => [
        id,
        describeConfiguration(id, { isEncrypted: encrypted.includes(getConfiguration(id).document) }),
      ]),
    ),
  };
}

function describeConfiguration(id: ConfigurationId, { isEncrypted }: { readonly isEncrypted: boolean }): object {
  const { document, mdoc } = getConfiguration(id);
  const { vct, needsPasskey, colors, fa, en } = getDocumentType(document);
  const look = { background_color: colors.background, text_color: colors.text };
  return {
    ...(mdoc ? describeMdoc(mdoc) : describeSdJwt(vct)),
    scope: id,
    proof_types_supported: { jwt: { proof_signing_alg_values_supported: ['ES256'] } },
    credential_metadata: {
      display: display({ fa, en }).map((name) => ({ ...name, ...look })),
      claims: listCredentialClaims(mdoc ? mdoc.docType : vct).map((claim) => describeClaim(document, claim)),
    },
    ...(needsPasskey ? { daricheh_passkey_required: true } : {}),
    ...(isEncrypted ? { daricheh_encryption_required: true } : {}),
  };
}

/** @see OpenID4VCI 1.0, appendix A.3 */
function describeSdJwt(vct: string): object {
  const [binding, algorithms] = [['jwk'], ['ES256']];
  return {
    format: 'dc+sd-jwt',
    vct,
    cryptographic_binding_methods_supported: binding,
    credential_signing_alg_values_supported: algorithms,
  };
}

/** @see OpenID4VCI 1.0, appendix A.2; algorithms as COSE numbers them */
function describeMdoc({ docType: doctype }: MdocType): object {
  const [binding, algorithms] = [['cose_key'], [-7]];
  return {
    format: 'mso_mdoc',
    doctype,
    cryptographic_binding_methods_supported: binding,
    credential_signing_alg_values_supported: algorithms,
  };
}

/** In the order in which a reader is shown them. @see OpenID4VCI 1.0, appendix B.2 */
function describeClaim(id: DocumentTypeId, { datum, path }: DocumentClaim) {
  const { fa, en } = getField(datum);
  return { path: [...path], mandatory: getDocumentType(id).required.includes(datum), display: display({ fa, en }) };
}

function display({ fa, en }: LocalizedText): MetadataDisplay[] {
  return [
    { name: fa, locale: 'fa' },
    { name: en, locale: 'en' },
  ];
}
