import { AppError } from '../../errors/index.ts';
import { readAnswer } from '../http-port.ts';
import type { HolderKey } from '../key-proof.ts';
import type { IssuanceMetadata } from '../metadata.ts';
import { buildTokenRequest, type TokenOrder, type TokenResponse, tokenResponse } from '../token.ts';
import { formHeaders, type IssuanceClientPorts, parseDocument } from './client-ports.ts';
import { sendBound } from './send-bound.ts';

/** A token for credentials, and what it was given for. */
export type IssuanceToken = {
  readonly accessToken: string;
  /** True when it counts only with proofs by the DPoP key that it was asked for with. */
  readonly isBound: boolean;
  /** By which a new one is asked for; null where there is none. */
  readonly refreshToken: string | null;
  /** By configuration, the names of the credentials that it was given for; none where the issuer names them by configuration alone. */
  readonly identifiers: Readonly<Record<string, readonly string[]>>;
};

/**
 * A token for the order. Where the issuer binds tokens, it is bound to `key`, and one that is not is refused.
 * @throws AppError `invalid_grant`, `tx_code_wrong` (its facts may say how many tries are `left`) and others of the issuer
 * @see OpenID4VCI 1.0, section 6; RFC 9449, section 5
 */
export async function requestToken(
  { tokenEndpoint, bindsTokens }: Pick<IssuanceMetadata, 'tokenEndpoint' | 'bindsTokens'>,
  order: TokenOrder,
  key: HolderKey,
  ports: IssuanceClientPorts,
): Promise<IssuanceToken> {
  const request = { url: tokenEndpoint, method: 'POST', headers: formHeaders, body: buildTokenRequest(order) } as const;
  const response = parseDocument(tokenResponse, readAnswer(await sendBound(request, { key: bindsTokens ? key : null }, ports)));
  const isBound = response.token_type.toLowerCase() === 'dpop';
  if (isBound !== bindsTokens) throw new AppError('agency_refused', { what: 'token_type' });
  return {
    accessToken: response.access_token,
    isBound,
    refreshToken: response.refresh_token ?? null,
    identifiers: readIdentifiers(response),
  };
}

function readIdentifiers({ authorization_details: details = [] }: TokenResponse): IssuanceToken['identifiers'] {
  return Object.fromEntries(details.map(({ credential_configuration_id: id, credential_identifiers: identifiers }) => [id, identifiers]));
}
