import type { ReactNode } from 'react';
import { Label, Radio, RadioGroup } from 'react-aria-components';
import './radio-list.css';

/** One choice out of several that need a line or two each. The whole line can be pressed. */
export function RadioList({
  label,
  value,
  options,
  onChange,
}: {
  readonly label: string;
  readonly value: string | null;
  readonly options: readonly { readonly value: string; readonly content: ReactNode }[];
  readonly onChange: (value: string) => void;
}) {
  return (
    <RadioGroup className="radio-list" value={value} onChange={onChange}>
      <Label className="field-label">{label}</Label>
      {options.map((option) => (
        <Radio key={option.value} value={option.value} className="radio-row">
          <span className="radio-dot" aria-hidden="true" />
          <span className="radio-text">{option.content}</span>
        </Radio>
      ))}
    </RadioGroup>
  );
}
