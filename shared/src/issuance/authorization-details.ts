import * as z from 'zod/mini';
import { parseStrictJson } from '../encoding/index.ts';
import { AppError } from '../errors/index.ts';

const type = z.literal('openid_credential');
const requested = z.array(z.object({ type, credential_configuration_id: z.string() })).check(z.minLength(1), z.maxLength(16));

/** What a token was given for, as its response says: the identifiers name the credentials in requests that follow. */
export const grantedDetails = z
  .array(
    z.object({
      type,
      credential_configuration_id: z.string(),
      credential_identifiers: z.array(z.string().check(z.minLength(1), z.maxLength(256))).check(z.minLength(1), z.maxLength(16)),
    }),
  )
  .check(z.maxLength(16));
export type GrantedDetails = z.infer<typeof grantedDetails>;

/** Parameter `authorization_details` that asks for these configurations. @see OpenID4VCI 1.0, section 5.1.1 */
export function writeAuthorizationDetails(configurationIds: readonly string[]): string {
  return JSON.stringify(configurationIds.map((id) => ({ type: 'openid_credential', credential_configuration_id: id })));
}

/** The configurations that `authorization_details` asks for, none twice. @throws AppError `invalid_authorization_details` @see RFC 9396, section 5 */
export function readAuthorizationDetails(text: string): readonly string[] {
  const ids = parseDetails(text).map(({ credential_configuration_id: id }) => id);
  if (new Set(ids).size !== ids.length) throw new AppError('invalid_authorization_details', { what: 'twice' });
  return ids;
}

function parseDetails(text: string): z.infer<typeof requested> {
  try {
    return requested.parse(parseStrictJson(text));
  } catch {
    // What stood there was the sender's: neither it nor the reader's words about it are kept.
    throw new AppError('invalid_authorization_details');
  }
}
