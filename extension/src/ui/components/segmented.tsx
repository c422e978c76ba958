import { Label, Radio, RadioGroup } from 'react-aria-components';
import './segmented.css';

/** One choice out of a few, all in sight. */
export function Segmented<Value extends string>({
  label,
  value,
  options,
  onChange,
}: {
  readonly label: string;
  readonly value: Value;
  readonly options: readonly { readonly value: Value; readonly label: string; readonly lang?: string }[];
  readonly onChange: (value: Value) => void;
}) {
  const choose = (chosen: string) => {
    const option = options.find((each) => each.value === chosen);
    if (option) onChange(option.value);
  };
  return (
    <RadioGroup className="segmented" value={value} onChange={choose} orientation="horizontal">
      <Label className="field-label">{label}</Label>
      <div className="segmented-row">
        {options.map((option) => (
          <Radio key={option.value} value={option.value} className="segmented-option" {...(option.lang ? { lang: option.lang } : {})}>
            {option.label}
          </Radio>
        ))}
      </div>
    </RadioGroup>
  );
}
