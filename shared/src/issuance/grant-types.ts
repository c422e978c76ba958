/** The grant of a code that was authorized before (OpenID4VCI 1.0, section 4.1.1). */
export const preAuthorizedCodeGrant = 'urn:ietf:params:oauth:grant-type:pre-authorized_code';
