import type { Json } from '@daricheh/shared/encoding';
import { readElement } from '@daricheh/shared/mdoc';
import type { ClaimPath } from '@daricheh/shared/presentation';
import type { LocalizedText } from '@daricheh/shared/trust';
import { type FieldId, findDatumOfClaim, findDocumentTypeId, getDocumentType, getField } from '@daricheh/shared/vocabulary';

/** A claim as a page shows it. The page writes dates, choices and countries by its reader's language, knowing the datum. */
export type DescribedClaim = {
  /** Id in the vocabulary; null where it has no word for this claim. */
  readonly datum: FieldId | null;
  readonly label: LocalizedText;
  readonly value: string | boolean;
};

/** A claim of a document by its name in the vocabulary, else by its own path; what is neither text nor yes-or-no is shown as JSON. */
export function describeClaim(vct: string, path: ClaimPath, value: Json): DescribedClaim {
  const datum = findDatumOfClaim(vct, path) ?? null;
  const said = datum && isDocType(vct) ? readElement(datum, value) : value;
  const shown = typeof said === 'string' || typeof said === 'boolean' ? said : JSON.stringify(said);
  if (!datum) return { datum, label: bothAs(path.map(String).join(' › ')), value: shown };
  const { fa, en } = getField(datum);
  return { datum, label: { fa, en }, value: shown };
}

/** Elements of an mdoc have forms of their own. */
function isDocType(type: string): boolean {
  const id = findDocumentTypeId(type);
  return id !== undefined && getDocumentType(id).mdoc?.docType === type;
}

function bothAs(text: string): LocalizedText {
  return { fa: text, en: text };
}
