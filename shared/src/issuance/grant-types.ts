/** The grant of a code that was authorized before (OpenID4VCI 1.0, section 4.1.1). */
export const preAuthorizedCodeGrant = 'urn:ietf:params:oauth:grant-type:pre-authorized_code';
/** The grant of a code that the citizen's sign-in at the issuer brought (RFC 6749, section 4.1). */
export const authorizationCodeGrant = 'authorization_code';
/** The grant of a token that renews an earlier one (RFC 6749, section 6). */
export const refreshTokenGrant = 'refresh_token';

export const grantTypes = [preAuthorizedCodeGrant, authorizationCodeGrant, refreshTokenGrant] as const;
export type GrantType = (typeof grantTypes)[number];
