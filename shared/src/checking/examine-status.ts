import {
  type JsonObject,
  parseCompactJws,
  parseJwsPayload,
  readStatus,
  type StatusReference,
  statusLimits,
  statusValues,
  verifyStatusToken,
} from '../credential/index.ts';
import { AppError } from '../errors/index.ts';
import { findStatusTokens, readComponents } from '../submission/index.ts';
import { notChecked, type Told } from './examination.ts';
import type { Scene } from './scene.ts';
import { tellSealEnd } from './seal-end.ts';

/** Whose status is asked about, and when the signature was made. */
export type StatusQuestion = {
  readonly reference: StatusReference | null;
  readonly issuer: string;
  /** When an authority saw the signature; undefined where none did. */
  readonly stampedAt: Date | undefined;
  /** When it was received, or made as the wallet says. */
  readonly claimedAt: Date;
};

const code = 'status_list_invalid';

/** The rules about a list, on what each rests, and by which codes it is told that the credential did not count. */
const rules = {
  status: { needs: 'credential', missing: 'signature_invalid', revoked: 'credential_revoked', suspended: 'credential_suspended' },
  'mandate-status': { needs: 'mandate', missing: 'mandate_invalid', revoked: 'mandate_revoked', suspended: 'mandate_suspended' },
} as const;

/**
 * Rules `status` and `mandate-status`: the issuer's list, kept verbatim, says that the credential counted when somebody signed with it, or under it. A list of a later time that
 * still counts it as good says so all the more; one that had run out by then says nothing.
 */
export function examineStatus(scene: Scene, rule: keyof typeof rules, ask: () => StatusQuestion): Promise<void> {
  const { ports, examination } = scene;
  const { needs, missing, ...codes } = rules[rule];
  return examination.look(rule, [needs, 'root'], async (): Promise<Told> => {
    const { reference, issuer, stampedAt, claimedAt } = ask();
    if (reference === null) throw new AppError(missing, { what: 'status' });
    const { token, isArchived } = findToken(scene, rule);
    if (token === null) return notChecked('absent');
    if (new URL(reference.uri).origin !== issuer) throw new AppError(code, { what: 'origin' });
    const { iat, exp } = readDates(token);
    const signedAt = stampedAt !== undefined && stampedAt < exp ? stampedAt : claimedAt;
    if (signedAt >= exp) return { outcome: 'cannot-be-proven', reason: 'status_over', asOf: iat, clock: 'issuer' };
    const at = new Date(Math.max(signedAt.getTime(), iat.getTime()));
    const { list, bits } = await verifyStatusToken(token, { uri: reference.uri, issuer, at }, ports);
    const told = { asOf: iat, clock: 'issuer', facts: isArchived ? {} : await tellSealEnd(token, at, scene) } as const;
    const status = readStatus(list, bits, reference.index);
    if (status === undefined) throw new AppError(code, { what: 'index' });
    if (status === statusValues.valid) return told;
    if (iat > signedAt) return { ...told, outcome: 'cannot-be-proven', reason: 'revoked_later' };
    return { ...told, outcome: 'fails', reason: status === statusValues.suspended ? codes.suspended : codes.revoked };
  });
}

/** A list that a later time stamp preserves counts before one that lies beside. */
function findToken({ file }: Scene, rule: keyof typeof rules): { readonly token: string | null; readonly isArchived: boolean } {
  const archived = file.header === undefined ? null : findStatusTokens(readComponents(file.header));
  const [kept, beside] =
    rule === 'status' ? [archived?.statusToken, file.statusToken] : [archived?.mandateStatusToken, file.mandateStatusToken];
  return { token: kept ?? beside ?? null, isArchived: typeof kept === 'string' };
}

/** Between which times the token speaks, as it says itself. Believed once its seal holds. */
function readDates(token: string): { readonly iat: Date; readonly exp: Date } {
  const payload: JsonObject = parseJwsPayload(parseCompactJws(token, { code, maxLength: statusLimits.token }), code);
  const { iat, exp = typeof iat === 'number' ? iat + 86_400 : null } = payload;
  if (!isTime(iat) || !isTime(exp)) throw new AppError(code, { what: 'iat' });
  return { iat: new Date(iat * 1000), exp: new Date(exp * 1000) };
}

/** Seconds that a date can hold. */
function isTime(value: unknown): value is number {
  return typeof value === 'number' && Math.abs(value) <= 8_640_000_000_000;
}
