import type { JsonObject } from '@daricheh/shared/credential';
import { selectClaims } from '@daricheh/shared/presentation';
import type { LocalizedText } from '@daricheh/shared/trust';
import { findDocumentTypeId, listDocumentClaims } from '@daricheh/shared/vocabulary';
import { type DescribedClaim, describeClaim } from '../consent/describe-claim.ts';
import type { DocumentState, DocumentView } from '../consent/document-view.ts';
import type { StoredCredential } from './stored-credential.ts';

const portraitClaim = ['portrait'];
/** What credentials say of themselves rather than of their holder. */
const protocolClaims: ReadonlySet<string> = new Set(['iss', 'vct', 'iat', 'nbf', 'exp', 'cnf', 'status', 'portrait', 'fictitious']);

/** A document for the eye of its holder. @param claims everything in it, opened */
export function describeDocument(stored: StoredCredential, claims: JsonObject, nowMs: number): DocumentView {
  const expiresAtMs = readSeconds(claims['exp']);
  return {
    id: stored.id,
    vct: stored.vct,
    issuer: stored.issuer,
    receivedAtMs: stored.receivedAtMs,
    expiresAtMs,
    state: judgeDocument(stored, { expiresAtMs, hasStatus: claims['status'] !== undefined }, nowMs),
    checkedAtMs: stored.standing?.checkedAtMs ?? null,
    name: readName(claims),
    portrait: readPortrait(claims),
    claims: listClaims(stored.vct, claims),
    isFictitious: claims['fictitious'] === true,
  };
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

/** In the order of its type; of a type that the vocabulary lacks, what stands at its top, by the names that it has there. */
function listClaims(vct: string, claims: JsonObject): DescribedClaim[] {
  const type = findDocumentTypeId(vct);
  if (!type) return listUnknownClaims(vct, claims);
  return listDocumentClaims(type).flatMap(({ datum, path }) => {
    const [found] = datum === 'photo' ? [] : selectClaims(claims, path);
    return found ? [describeClaim(vct, path, found.value)] : [];
  });
}

function listUnknownClaims(vct: string, claims: JsonObject): DescribedClaim[] {
  const shown = Object.entries(claims).filter(([name]) => !protocolClaims.has(name));
  return shown.map(([name, value]) => describeClaim(vct, [name], value));
}

function readName(claims: JsonObject): LocalizedText | null {
  const [native, latin] = [joinName(claims, ''), joinName(claims, '_latin')];
  const fa = native || latin;
  return fa === '' ? null : { fa, en: latin || native };
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
