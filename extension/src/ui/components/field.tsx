import type { ErrorCode } from '@daricheh/shared/errors';
import type { ReactNode } from 'react';
import { FieldError, Input, Label, Text, TextArea, TextField, type TextFieldProps } from 'react-aria-components';
import { useText } from '../text/text-context.tsx';
import './field.css';

export type FieldProps = Omit<TextFieldProps, 'className' | 'style' | 'children'> & {
  readonly label: ReactNode;
  readonly help?: ReactNode;
  /** What is wrong with what stands in it: a code or a sentence. */
  readonly error?: ErrorCode | undefined;
  /** For codes and numbers: left to right, in even-width digits. */
  readonly isCode?: boolean;
  readonly lines?: number;
};

/** A text field with its label, help and error. */
export function Field({ label, help, error, isCode = false, lines = 1, ...rest }: FieldProps) {
  const text = useText();
  const dir = isCode ? 'ltr' : 'auto';
  const className = `field-input${isCode ? ' field-code' : ''}`;
  return (
    <TextField {...rest} isInvalid={error !== undefined} className="field">
      <Label className="field-label">{label}</Label>
      {help && (
        <Text slot="description" className="field-help">
          {help}
        </Text>
      )}
      {lines > 1 ? <TextArea className={className} rows={lines} dir={dir} /> : <Input className={className} dir={dir} />}
      <FieldError className="field-error">{error && text.error(error)}</FieldError>
    </TextField>
  );
}
