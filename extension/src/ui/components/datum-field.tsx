import type { ErrorCode } from '@daricheh/shared/errors';
import { type FieldId, getField } from '@daricheh/shared/vocabulary';
import { useText } from '../text/text-context.tsx';
import { Choice } from './choice.tsx';
import { Field } from './field.tsx';

const codes = new Set(['digits', 'phone', 'email', 'iban']);
const unsaid = 'unsaid';

/** A box for one datum: its choices where it has some, else text as one writes such a thing. `notSaid`: the words for giving no answer, where a choice may be left again. */
export function DatumField({
  datum,
  value,
  failure,
  notSaid,
  onChange,
}: {
  readonly datum: FieldId;
  readonly value: string;
  readonly failure: ErrorCode | undefined;
  readonly notSaid?: string;
  readonly onChange: (value: string) => void;
}) {
  const { t, pick } = useText();
  const entry = getField(datum);
  if (entry.choices) {
    const options = Object.entries(entry.choices).map(([stored, words]) => ({ value: stored, label: pick(words) }));
    const none = notSaid === undefined ? [] : [{ value: unsaid, label: notSaid }];
    return (
      <Choice
        label={pick(entry)}
        value={value || (notSaid === undefined ? null : unsaid)}
        placeholder={t('facts.choose')}
        groups={[{ label: '', options: [...none, ...options] }]}
        onChange={(chosen) => onChange(chosen === unsaid ? '' : chosen)}
      />
    );
  }
  return (
    <Field
      label={pick(entry)}
      value={value}
      onChange={onChange}
      error={failure}
      isCode={codes.has(entry.kind)}
      lines={entry.kind === 'address' ? 3 : 1}
      {...(entry.kind === 'date' && { help: t('facts.dateHelp') })}
      {...(entry.kind === 'country' && { help: t('facts.countryHelp') })}
    />
  );
}
