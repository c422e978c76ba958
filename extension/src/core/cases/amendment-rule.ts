import { parseCompactJws, parseJwsPayload } from '@daricheh/shared/credential';
import { AppError } from '@daricheh/shared/errors';
import { type AmendmentRule, formDefinition } from '@daricheh/shared/submission';
import type { CaseRecord } from './case-record.ts';

/** A definition of 256 KiB in base64url, with header and seal. */
const maxFormLength = 400_000;

/** Until when the form that was signed may be amended, by its definition as it was reviewed; `never` where that was not kept. The agency decides. */
export function readAmendmentRule({ form }: Pick<CaseRecord, 'form'>): AmendmentRule {
  if (form === undefined) return 'never';
  try {
    const parsed = formDefinition.safeParse(
      parseJwsPayload(parseCompactJws(form, { code: 'form_not_trusted', maxLength: maxFormLength }), 'form_not_trusted'),
    );
    return parsed.success ? (parsed.data.amendments ?? 'until-decided') : 'never';
  } catch (error) {
    if (error instanceof AppError) return 'never';
    throw error;
  }
}
