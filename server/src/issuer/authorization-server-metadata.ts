import { authorizationCodeGrant, codeChallengeMethod, preAuthorizedCodeGrant, refreshTokenGrant } from '@daricheh/shared/issuance';
import type { Agency } from '../agencies/agency.ts';
import { statusListsUri } from './status-list.ts';

/** The agency as its own authorization server. @see RFC 8414, section 2; OpenID4VCI 1.0, section 12.3; RFC 9126, section 5; RFC 9449, section 5.1 */
export function describeAuthorizationServer({ origin, issuer }: Agency): object {
  const at = (path: string) => `${origin}/daricheh/issuer/${path}`;
  const signIn = {
    authorization_endpoint: at('authorize'),
    pushed_authorization_request_endpoint: at('par'),
    require_pushed_authorization_requests: true,
    code_challenge_methods_supported: [codeChallengeMethod],
    authorization_details_types_supported: ['openid_credential'],
    authorization_response_iss_parameter_supported: true,
  };
  const hasSignIn = issuer?.authorizationPage != null;
  return {
    issuer: origin,
    token_endpoint: at('token'),
    grant_types_supported: [preAuthorizedCodeGrant, refreshTokenGrant, ...(hasSignIn ? [authorizationCodeGrant] : [])],
    response_types_supported: hasSignIn ? ['code'] : [],
    token_endpoint_auth_methods_supported: ['none'],
    dpop_signing_alg_values_supported: ['ES256'],
    'pre-authorized_grant_anonymous_access_supported': true,
    status_list_aggregation_endpoint: statusListsUri({ origin }),
    ...(hasSignIn ? signIn : {}),
  };
}
