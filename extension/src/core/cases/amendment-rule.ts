import { parseCompactJws, parseJwsPayload } from '@daricheh/shared/credential';
import { AppError } from '@daricheh/shared/errors';
import { type AmendmentRule, type FormDefinition, formDefinition } from '@daricheh/shared/submission';
import type { CaseRecord } from './case-record.ts';

/** A definition of 256 KiB in base64url, with header and seal. */
const maxFormLength = 400_000;

/** Until when the form that was signed may be amended, by its definition as it was reviewed; `never` where that was not kept. The agency decides. */
export function readAmendmentRule(record: Pick<CaseRecord, 'form'>): AmendmentRule {
  const definition = readKeptForm(record);
  return definition === undefined ? 'never' : (definition.amendments ?? 'until-decided');
}

/** The definition as it was reviewed; undefined where it was not kept, or cannot be read. */
export function readKeptForm({ form }: Pick<CaseRecord, 'form'>): FormDefinition | undefined {
  if (form === undefined) return undefined;
  try {
    const parsed = formDefinition.safeParse(
      parseJwsPayload(parseCompactJws(form, { code: 'form_not_trusted', maxLength: maxFormLength }), 'form_not_trusted'),
    );
    return parsed.success ? parsed.data : undefined;
  } catch (error) {
    if (error instanceof AppError) return undefined;
    throw error;
  }
}
