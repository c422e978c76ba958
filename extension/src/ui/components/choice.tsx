import type { ReactNode } from 'react';
import { Button, Header, Label, ListBox, ListBoxItem, ListBoxSection, Popover, Select, SelectValue } from 'react-aria-components';
import './choice.css';

export type ChoiceGroup = { readonly label: string; readonly options: readonly { readonly value: string; readonly label: string }[] };

/** One choice out of many, in groups where they have names. */
export function Choice({
  label,
  value,
  groups,
  placeholder,
  onChange,
  isDisabled = false,
}: {
  readonly label: ReactNode;
  readonly value: string | null;
  readonly groups: readonly ChoiceGroup[];
  readonly placeholder: string;
  readonly onChange: (value: string) => void;
  readonly isDisabled?: boolean;
}) {
  return (
    <Select
      className="choice"
      placeholder={placeholder}
      value={value}
      isDisabled={isDisabled}
      onChange={(key) => (key === null ? undefined : onChange(String(key)))}
    >
      <Label className="field-label">{label}</Label>
      <Button className="choice-button">
        <SelectValue />
        <span className="choice-arrow" aria-hidden="true" />
      </Button>
      <Popover className="choice-popover">
        <ListBox className="choice-list">
          {groups.map((group) => (
            <ListBoxSection key={group.label} id={group.label}>
              {group.label && <Header className="choice-group">{group.label}</Header>}
              {group.options.map((option) => (
                <ListBoxItem key={option.value} id={option.value} textValue={option.label} className="choice-option">
                  {option.label}
                </ListBoxItem>
              ))}
            </ListBoxSection>
          ))}
        </ListBox>
      </Popover>
    </Select>
  );
}
