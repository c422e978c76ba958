import type { ReactNode } from 'react';
import { Checkbox as AriaCheckbox, type CheckboxProps as AriaCheckboxProps } from 'react-aria-components';
import './checkbox.css';

export type CheckboxProps = Omit<AriaCheckboxProps, 'className' | 'style' | 'children'> & { readonly children: ReactNode };

/** A box to tick, with what it stands for beside it. The whole line can be pressed. */
export function Checkbox({ children, ...rest }: CheckboxProps) {
  return (
    <AriaCheckbox {...rest} className="checkbox">
      <span className="checkbox-box" aria-hidden="true">
        <svg
          aria-hidden="true"
          viewBox="0 0 16 16"
          width="14"
          height="14"
          fill="none"
          stroke="currentColor"
          strokeWidth="2.4"
          strokeLinecap="round"
          strokeLinejoin="round"
        >
          <path className="checkbox-tick" d="m3.2 8.4 3 3 6.4-6.8" />
          <path className="checkbox-some" d="M3.5 8h9" />
        </svg>
      </span>
      <span className="checkbox-text">{children}</span>
    </AriaCheckbox>
  );
}
