import { isSameP256Key, type JsonObject, type P256PublicJwk, type VerifiedCredential } from '../../credential/index.ts';
import { decodeUtf8, type Json } from '../../encoding/index.ts';
import { AppError } from '../../errors/index.ts';
import type { VerifiedMdoc } from '../../mdoc/index.ts';
import { createDecryptionKey, type DecryptionKey, publishEncryptionKey } from '../../presentation/index.ts';
import {
  decryptCredentialResponse,
  encryptCredentialRequest,
  encryptedMediaType,
  writeResponseEncryption,
} from '../credential-encryption.ts';
import { credentialResponse } from '../credential-request.ts';
import { type HttpAnswer, readAnswer } from '../http-port.ts';
import { createKeyProof, type HolderKey } from '../key-proof.ts';
import type { CredentialConfiguration, IssuanceMetadata } from '../metadata.ts';
import type { PasskeyEvidence } from '../passkey-evidence.ts';
import { verifyIssuedCredential } from '../verify-issued-credential.ts';
import { type IssuanceClientPorts, jsonHeaders, parseDocument } from './client-ports.ts';
import type { IssuanceToken } from './request-token.ts';
import { sendBound } from './send-bound.ts';

export type CredentialOrder = {
  readonly metadata: IssuanceMetadata;
  readonly token: Pick<IssuanceToken, 'accessToken' | 'isBound'>;
  /** The wallet's DPoP key at this issuer. */
  readonly key: HolderKey;
  readonly configurationId: string;
  /** The credential's name, where the token names it; null where the configuration does. */
  readonly identifier: string | null;
  readonly nonce: string;
  /** One for each credential that is wanted. */
  readonly keys: readonly HolderKey[];
  readonly passkey?: PasskeyEvidence;
};

/** A credential that was verified and may be kept, and which of the keys it is bound to. */
export type ReceivedCredential = {
  readonly credential: string;
  readonly publicKey: P256PublicJwk;
  readonly verified: VerifiedCredential | VerifiedMdoc;
};

/**
 * What came. `credentials`: in the order of the keys, one for each. `rejected`: not what was ordered, so that none of it
 * may be kept. `notificationId`: by which the issuer wants to hear what became of them.
 */
export type CredentialDelivery =
  | { readonly kind: 'received'; readonly credentials: readonly ReceivedCredential[]; readonly notificationId: string | null }
  | { readonly kind: 'rejected'; readonly error: AppError; readonly notificationId: string | null };

/**
 * The credentials that were ordered, each verified: chain, type, issuer, and bound to a key of ours, one for each. Where
 * the issuer encrypts, request and response are, under a key for this response alone, and one in the clear is refused.
 * Rejected with `credential_not_as_offered` or an error of the verifier.
 * @throws AppError `offer_unknown`, `invalid_credential_request`, `credential_not_as_offered`, and those of the issuer
 * @see OpenID4VCI 1.0, sections 8 and 10
 */
export async function requestCredentials(order: CredentialOrder, ports: IssuanceClientPorts): Promise<CredentialDelivery> {
  const configuration = findConfiguration(order);
  const { metadata, token, key } = order;
  const decryptionKey = metadata.encryption && (await createDecryptionKey('1'));
  const { body, contentType } = await writeRequest(order, decryptionKey, ports.now());
  const headers = { accept: decryptionKey ? encryptedMediaType : jsonHeaders.accept, 'content-type': contentType };
  const request = { url: metadata.credentialEndpoint, method: 'POST', headers, body } as const;
  const answer = await sendBound(request, { key: token.isBound ? key : null, accessToken: token.accessToken }, ports);
  const response = parseDocument(credentialResponse, await readResponse(answer, decryptionKey));
  const notificationId = response.notification_id ?? null;
  const texts = response.credentials.map(({ credential }) => credential);
  try {
    return { kind: 'received', credentials: await verifyAll(texts, order, configuration, ports), notificationId };
  } catch (error) {
    if (error instanceof AppError) return { kind: 'rejected', error, notificationId };
    throw error;
  }
}

function findConfiguration({ metadata, configurationId, keys }: CredentialOrder): CredentialConfiguration {
  const found = Object.hasOwn(metadata.configurations, configurationId) ? metadata.configurations[configurationId] : undefined;
  if (!found) throw new AppError('offer_unknown');
  if (keys.length === 0 || keys.length > metadata.batchSize) throw new AppError('invalid_credential_request', { what: 'batch_size' });
  return found;
}

async function writeRequest(order: CredentialOrder, decryptionKey: DecryptionKey | null, at: Date) {
  const { metadata, configurationId, identifier, nonce, keys, passkey } = order;
  const jwt = await Promise.all(keys.map((key) => createKeyProof({ issuer: metadata.issuer, nonce, at, key })));
  const wanted = identifier === null ? { credential_configuration_id: configurationId } : { credential_identifier: identifier };
  const document = { ...wanted, proofs: { jwt }, ...(passkey ? { daricheh_passkey: passkey } : {}) };
  if (!metadata.encryption || !decryptionKey) return { body: JSON.stringify(document), contentType: 'application/json' };
  const { requestKey, requestEnc, responseEnc } = metadata.encryption;
  const encryption = writeResponseEncryption(publishEncryptionKey(decryptionKey), responseEnc);
  // Members that are undefined go, as they do on the wire.
  const sealed = JSON.parse(JSON.stringify({ ...document, credential_response_encryption: encryption })) as JsonObject;
  return { body: await encryptCredentialRequest(sealed, { key: requestKey, enc: requestEnc }), contentType: encryptedMediaType };
}

async function readResponse(answer: HttpAnswer, decryptionKey: DecryptionKey | null): Promise<Json> {
  if (!decryptionKey || answer.status !== 200) return readAnswer(answer);
  if (answer.contentType !== encryptedMediaType) throw new AppError('invalid_encryption_parameters', { what: 'plain' });
  return decryptCredentialResponse(decodeUtf8(answer.bytes), decryptionKey);
}

async function verifyAll(
  texts: readonly string[],
  { metadata, keys }: CredentialOrder,
  { format, vct }: CredentialConfiguration,
  ports: IssuanceClientPorts,
): Promise<ReceivedCredential[]> {
  const expected = {
    ...{ issuer: metadata.issuer, format, vct, issuers: ports.issuers, at: ports.now() },
    keys: keys.map(({ publicKey }) => publicKey),
  };
  const received = await Promise.all(
    texts.map(async (credential) => ({ credential, verified: await verifyIssuedCredential(credential, expected, ports) })),
  );
  if (received.length !== keys.length) throw new AppError('credential_not_as_offered', { what: 'count' });
  return keys.map(({ publicKey }) => {
    const found = received.find(({ verified: { holderKey } }) => holderKey !== null && isSameP256Key(holderKey, publicKey));
    if (!found) throw new AppError('credential_not_as_offered', { what: 'cnf' });
    return { ...found, publicKey };
  });
}
