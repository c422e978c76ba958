import type * as z from 'zod/mini';
import type { CredentialPorts, RandomBytes, RegisteredIssuer } from '../../credential/index.ts';
import type { Json } from '../../encoding/index.ts';
import { AppError } from '../../errors/index.ts';
import type { SendHttp } from '../http-port.ts';

export type IssuanceClientPorts = CredentialPorts & {
  readonly sendHttp: SendHttp;
  readonly randomBytes: RandomBytes;
  readonly now: () => Date;
  /** Issuers of the trust list: nothing is fetched from, or sent to, any other origin. */
  readonly issuers: readonly RegisteredIssuer[];
};

export const jsonHeaders = { accept: 'application/json' } as const;
export const formHeaders = { ...jsonHeaders, 'content-type': 'application/x-www-form-urlencoded' } as const;

/** What an issuer answered, in the form that the standard gives it. @throws AppError `agency_refused` */
export function parseDocument<T>(schema: z.ZodMiniType<T>, document: Json): T {
  const parsed = schema.safeParse(document);
  if (!parsed.success) throw new AppError('agency_refused', { what: 'answer' });
  return parsed.data;
}
