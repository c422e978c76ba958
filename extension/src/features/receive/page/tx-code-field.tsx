import { toLatinDigits } from '@daricheh/shared/vocabulary';
import type { OfferView } from '../../../core/consent/prompt-view.ts';
import { Field } from '../../../ui/components/field.tsx';
import { Notice } from '../../../ui/components/notice.tsx';
import { ValueText } from '../../../ui/components/value-text.tsx';
import { useText } from '../../../ui/text/text-context.tsx';

type Shape = NonNullable<OfferView['txCode']>;

/** The code as the issuer knows it: spaces that people write between go, and digits of any script are ASCII where it is a number. */
export function readTxCode(text: string, { isNumeric }: Shape): string {
  const bare = text.replace(/\s/g, '');
  return isNumeric ? toLatinDigits(bare).replace(/-/g, '') : bare;
}

/** Whether so much is written as the issuer says that its code has. */
export function isWholeCode(text: string, shape: Shape): boolean {
  const code = readTxCode(text, shape);
  if (shape.isNumeric && !/^\d*$/.test(code)) return false;
  return shape.length === null ? code !== '' : [...code].length === shape.length;
}

/** Where the citizen writes the second code; what was wrong with the last one. */
export function TxCodeField({
  shape,
  value,
  onChange,
  wrong,
}: {
  readonly shape: Shape;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly wrong: { readonly triesLeft: number | null } | undefined;
}) {
  const { t } = useText();
  return (
    <div className="stack-tight">
      {wrong && <Notice tone="bad">{t('receive.wrongCode', { left: wrong.triesLeft })}</Notice>}
      {/* A new field for each try, so that it has the focus and is in sight. */}
      <Field
        key={`after ${wrong?.triesLeft ?? 'none'}`}
        label={t('receive.txCode')}
        help={t('receive.txCodeHelp', { length: shape.length })}
        value={value}
        onChange={onChange}
        isCode
        autoFocus
        autoComplete="one-time-code"
        inputMode={shape.isNumeric ? 'numeric' : 'text'}
        maxLength={64}
      />
      {shape.description !== null && (
        <p className="soft small">
          {t('receive.txCodeIssuer')} <ValueText>{shape.description}</ValueText>
        </p>
      )}
    </div>
  );
}
