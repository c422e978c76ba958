import { AppError } from '@daricheh/shared/errors';
import {
  authorizationCodeGrant,
  preAuthorizedCodeGrant,
  readAuthorizationDetails,
  refreshTokenGrant,
  type TokenRequest,
  type TokenResponse,
} from '@daricheh/shared/issuance';
import type { Agency } from '../agencies/agency.ts';
import type { Deps } from '../deps.ts';
import { redeemAuthorizationCode } from './authorizations.ts';
import type { Grant } from './grants.ts';
import { redeemOfferCode } from './offers.ts';
import { issueTokens, redeemRefreshToken, type TokenHolder } from './tokens.ts';

type TokenDeps = Pick<Deps, 'store' | 'now' | 'randomBytes' | 'sha256' | 'walletOrigins'>;

/**
 * Tokens for whichever of the three grants the form shows.
 * @throws AppError `unsupported_grant_type`, `invalid_grant`, `tx_code_wrong`,
 * `invalid_authorization_details`, `malformed_request`
 * @see RFC 6749, section 3.2; OpenID4VCI 1.0, section 6
 */
export async function requestToken(deps: TokenDeps, agency: Agency, request: TokenRequest, holder: TokenHolder): Promise<TokenResponse> {
  const grant = await redeem(deps, agency, request, holder);
  const access = narrow(grant, request);
  // A renewed token may be asked for less; the next one is still good for all.
  return issueTokens(deps, agency, { access, refresh: request.grant_type === refreshTokenGrant ? grant : access }, holder);
}

function redeem(deps: TokenDeps, agency: Agency, request: TokenRequest, holder: TokenHolder): Promise<Grant> {
  switch (request.grant_type) {
    case preAuthorizedCodeGrant:
      return redeemOfferCode(deps, agency, { code: need(request, 'pre-authorized_code'), txCode: request.tx_code });
    case authorizationCodeGrant:
      return redeemAuthorizationCode(deps, agency, {
        code: need(request, 'code'),
        codeVerifier: need(request, 'code_verifier'),
        redirectUri: need(request, 'redirect_uri'),
        clientId: need(request, 'client_id'),
        keyThumbprint: holder.keyThumbprint,
      });
    case refreshTokenGrant:
      return redeemRefreshToken(deps, agency, need(request, 'refresh_token'), holder);
    default:
      throw new AppError('unsupported_grant_type');
  }
}

/** Of what was granted, that which the wallet now asks for. @throws AppError `invalid_authorization_details` */
function narrow(grant: Grant, { authorization_details: details }: TokenRequest): Grant {
  if (details === undefined) return grant;
  const ids = readAuthorizationDetails(details);
  const configurations = grant.configurations.filter((id) => ids.includes(id));
  if (configurations.length !== ids.length) throw new AppError('invalid_authorization_details', { what: 'configuration' });
  return { ...grant, configurations, isByIdentifier: true };
}

function need(request: TokenRequest, field: keyof TokenRequest): string {
  const value = request[field];
  if (value === undefined) throw new AppError('malformed_request', { field });
  return value;
}
