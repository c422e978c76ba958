import type { CreatedPasskey } from '../../../../core/passkeys/passkey-ceremony.ts';
import type { RequestOf } from '../../../../messaging/message-entry.ts';
import type { Protocol } from '../../../../messaging/protocol.ts';

/** What opens the new vault beside the recovery code, and the passkey that will sign, where there is one. */
export type FirstWay = Pick<RequestOf<Protocol['vault/create']>, 'opener' | 'passkey'>;

/** What is kept of a passkey: all but whether it can open a vault. */
export function describePasskey({ rpId, attachment, registration }: CreatedPasskey): NonNullable<FirstWay['passkey']> {
  return { rpId, attachment, registration };
}
