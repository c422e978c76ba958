import { isJsonObject, type JsonObject } from '@daricheh/shared/credential';
import { AppError, isErrorCode } from '@daricheh/shared/errors';
import { isSamePath, selectClaims } from '@daricheh/shared/presentation';
import { mandateVct, readMandateClaims } from '@daricheh/shared/submission';
import type { LocalizedText } from '@daricheh/shared/trust';
import { findDocumentTypeId, getDocumentType, listDocumentClaims } from '@daricheh/shared/vocabulary';
import { type DescribedClaim, describeClaim } from '../consent/describe-claim.ts';
import type { CopiesView, DocumentState, DocumentView } from '../consent/document-view.ts';
import type { Release } from '../consent/release.ts';
import { describeLook } from './describe-look.ts';
import type { StoredCredential } from './stored-credential.ts';

const portraitClaim = ['portrait'];
/** What credentials say of themselves rather than of their holder. */
const protocolClaims: ReadonlySet<string> = new Set(['iss', 'vct', 'iat', 'nbf', 'exp', 'cnf', 'status', 'portrait', 'fictitious']);

/** Most places that are named where a document was shown; the ledger has them all. */
const maxShown = 5;

/** How long before its end a document is called due, where nobody but the citizen can renew it. */
const dueBeforeMs = 30 * 24 * 60 * 60 * 1000;

/** A document for the eye of its holder. @param claims everything in it, as `viewClaims` has it @param releases the ledger */
export function describeDocument(
  stored: StoredCredential,
  { claims, releases }: { readonly claims: JsonObject; readonly releases: readonly Release[] },
  nowMs: number,
): DocumentView {
  const expiresAtMs = readSeconds(claims['exp']);
  const { id, vct, issuer, receivedAtMs, renewedAtMs, checkFailedAtMs, stopped, renewal } = stored;
  const state = judgeDocument(stored, { expiresAtMs, hasStatus: claims['status'] !== undefined }, nowMs);
  return {
    ...{ id, vct, issuer, receivedAtMs, renewedAtMs, expiresAtMs, checkFailedAtMs },
    issuerName: stored.display?.name ?? null,
    look: describeLook(stored),
    state,
    checkedAtMs: stored.standing?.checkedAtMs ?? null,
    news: stopped && !stopped.isSeen ? { reason: stopped.reason, atMs: stopped.atMs } : null,
    copies: describeCopies(stored),
    renewsItself: renewal !== null,
    isRenewalDue: isUsable(state) && renewal === null && expiresAtMs !== null && expiresAtMs - nowMs < dueBeforeMs,
    name: readName(claims),
    actsFor: readActsFor(vct, claims),
    title: listTitle(vct, claims),
    portrait: readPortrait(claims),
    claims: nameClaims(listClaims(vct, claims), stored),
    shown: listShown(vct, releases),
    isFictitious: claims['fictitious'] === true,
  };
}

function describeCopies({ isSingleUse, instances, reusedAtMs, renewal }: StoredCredential): CopiesView | null {
  if (!isSingleUse) return null;
  const unused = instances.filter(({ usedAtMs }) => usedAtMs === null).length;
  const code = renewal?.failed?.code;
  return { unused, total: instances.length, reusedAtMs, failure: isErrorCode(code) ? code : null };
}

function listShown(vct: string, releases: readonly Release[]): DocumentView['shown'] {
  const own = releases.filter(({ items }) => items.some(({ source }) => source.kind === 'credential' && source.vct === vct));
  const newestFirst = own.sort((a, b) => b.atMs - a.atMs).slice(0, maxShown);
  return newestFirst.map(({ atMs, receiver: { origin, agency } }) => ({ atMs, origin, agency }));
}

/** What the type is titled by; the name of a person is written whole elsewhere. @param claims as `viewClaims` has them */
export function listTitle(vct: string, claims: JsonObject): DescribedClaim[] {
  const type = findDocumentTypeId(vct);
  if (!type) return [];
  const paths = listDocumentClaims(type);
  return getDocumentType(type).title.flatMap((datum) => {
    const path = paths.find((claim) => claim.datum === datum)?.path;
    const [found] = path && datum !== 'given-name' && datum !== 'family-name' ? selectClaims(claims, path) : [];
    return path && found ? [describeClaim(getDocumentType(type).vct, path, found.value)] : [];
  });
}

/** A claim that the vocabulary has no word for is called as its issuer calls it. */
function nameClaims(claims: readonly NamedClaim[], { display }: StoredCredential): DescribedClaim[] {
  return claims.map(({ path, ...claim }) => {
    const label = display?.claims.find((each) => isSamePath(each.path, path))?.label;
    return claim.datum === null && label ? { ...claim, label } : claim;
  });
}

/** Whether a document may still be shown to anyone: it has not expired, and was not last seen revoked or suspended. */
export function isUsable(state: DocumentState): boolean {
  return state === 'valid' || state === 'unchecked';
}

/** The state of a document, from its own dates and what was last learned of its status. */
export function judgeDocument(
  stored: Pick<StoredCredential, 'standing'>,
  about: { readonly expiresAtMs: number | null; readonly hasStatus: boolean },
  nowMs: number,
): DocumentState {
  if (about.expiresAtMs !== null && about.expiresAtMs <= nowMs) return 'expired';
  if (!about.hasStatus) return 'valid';
  return stored.standing?.state ?? 'unchecked';
}

/** A date claim (seconds since 1970) in milliseconds; null where there is none. */
export function readSeconds(value: JsonObject[string] | undefined): number | null {
  return typeof value === 'number' ? value * 1000 : null;
}

type NamedClaim = DescribedClaim & { readonly path: readonly string[] };

/** In the order of its type; of a type that the vocabulary lacks, what stands at its top, by the names that it has there. */
function listClaims(vct: string, claims: JsonObject): NamedClaim[] {
  const type = findDocumentTypeId(vct);
  if (!type) return listUnknownClaims(vct, claims);
  return listDocumentClaims(type).flatMap(({ datum, path }) => {
    const [found] = datum === 'photo' ? [] : selectClaims(claims, path);
    return found ? [{ ...describeClaim(getDocumentType(type).vct, path, found.value), path }] : [];
  });
}

function listUnknownClaims(vct: string, claims: JsonObject): NamedClaim[] {
  const shown = Object.entries(claims).filter(([name]) => !protocolClaims.has(name));
  return shown.map(([name, value]) => ({ ...describeClaim(vct, [name], value), path: [name] }));
}

/** The holder's name in a document, in either script as far as it was issued; null where it holds none. */
export function readName(claims: JsonObject): LocalizedText | null {
  const [native, latin] = [joinName(claims, ''), joinName(claims, '_latin')];
  const fa = native || latin;
  return fa === '' ? null : { fa, en: latin || native };
}

/** Whom a mandate is for; null for other documents, and for one that does not say what a mandate says. */
function readActsFor(vct: string, claims: JsonObject): DocumentView['actsFor'] {
  if (vct !== mandateVct) return null;
  try {
    const { principal, relation, valid_until: lastDay } = readMandateClaims(claims);
    const { principal: named } = claims;
    const name = (isJsonObject(named) && readName(named)) || { fa: principal.national_id, en: principal.national_id };
    return { name, relation, lastDay };
  } catch (error) {
    if (error instanceof AppError && error.code === 'mandate_invalid') return null;
    throw error;
  }
}

function joinName(claims: JsonObject, script: '' | '_latin'): string {
  const parts = [claims[`given_name${script}`], claims[`family_name${script}`]];
  return parts.filter((part) => typeof part === 'string' && part !== '').join(' ');
}

/** Only a picture that is wholly in the document: nothing is ever fetched to show one. */
function readPortrait(claims: JsonObject): string | null {
  const [found] = selectClaims(claims, portraitClaim);
  const text = found?.value;
  return typeof text === 'string' && /^data:image\/(png|jpeg|webp);base64,[A-Za-z0-9+/=]+$/.test(text) ? text : null;
}
