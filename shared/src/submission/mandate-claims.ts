import * as z from 'zod/mini';
import type { ClaimPath, JsonObject, Sha256 } from '../credential/index.ts';
import { encodeBase64Url, encodeUtf8 } from '../encoding/index.ts';
import { AppError } from '../errors/index.ts';
import { documentTypes, mandateRelations, parseIsoDate } from '../vocabulary/index.ts';
import type { SignedMandate } from './signed-mandate.ts';

const { vct, claims: paths } = documentTypes.mandate;
export const mandateVct = vct;

/** What an agency is shown of a mandate: who acts for whom, as what, and since and until when. Not everybody has both names. */
export const mandatePaths: readonly ClaimPath[] = [
  paths['national-id'],
  paths['mandate-relation'],
  paths['mandate-since'],
  paths['mandate-until'],
  paths['principal-national-id'],
  paths['principal-given-name'],
  paths['principal-family-name'],
];

const day = z.string().check(z.refine((text) => parseIsoDate(text) !== undefined));

/** Those claims, in the shape of the document; others are left alone. */
const mandateClaims = z.object({
  iss: z.string(),
  vct: z.literal(mandateVct),
  /** Of who acts. */
  national_id: z.string(),
  relation: z.enum(mandateRelations),
  valid_from: day,
  valid_until: day,
  principal: z
    .object({ national_id: z.string(), given_name: z.optional(z.string()), family_name: z.optional(z.string()) })
    .check(z.refine((principal) => joinName(principal) !== '')),
});
export type MandateClaims = z.infer<typeof mandateClaims>;

function joinName({
  given_name: given = '',
  family_name: family = '',
}: {
  given_name?: string | undefined;
  family_name?: string | undefined;
}) {
  return `${given} ${family}`.trim();
}

/** The claims in that shape. @throws AppError `mandate_invalid` (`what: claims`) where one is missing, withheld or no such thing */
export function readMandateClaims(claims: JsonObject): MandateClaims {
  const parsed = mandateClaims.safeParse(claims);
  // Not as cause: a schema's message may quote what was read.
  if (!parsed.success) throw new AppError('mandate_invalid', { what: 'claims' });
  return parsed.data;
}

/** True from the first day that it names to the end of the last, both by Iran's clock. */
export function isMandateInForce(
  { valid_from: first, valid_until: last }: Pick<MandateClaims, 'valid_from' | 'valid_until'>,
  at: Date,
): boolean {
  return new Date(`${first}T00:00:00+03:30`) <= at && at <= new Date(`${last}T23:59:59.999+03:30`);
}

/** SHA-256, base64url, over what the issuer signed (the JWT, before the first `~`): the same for every presentation of one copy. */
export async function hashMandate(credential: string, sha256: Sha256): Promise<string> {
  const [jwt = ''] = credential.split('~', 1);
  return encodeBase64Url(await sha256(encodeUtf8(jwt)));
}

/**
 * What a manifest says of a mandate.
 * @param credential the copy that will be presented, as issued or as presented
 * @param claims all that it says, or as much as is at `mandatePaths`
 * @throws AppError `mandate_invalid`
 */
export async function describeMandate(
  { credential, claims }: { readonly credential: string; readonly claims: JsonObject },
  { sha256 }: { readonly sha256: Sha256 },
): Promise<SignedMandate> {
  const { iss: issuer, vct: type, relation, principal } = readMandateClaims(claims);
  return {
    relation,
    principal: { nationalId: principal.national_id, name: joinName(principal) },
    issuer,
    vct: type,
    hash: await hashMandate(credential, sha256),
  };
}
