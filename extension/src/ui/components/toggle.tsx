import type { ReactNode } from 'react';
import { Switch, type SwitchProps } from 'react-aria-components';
import './toggle.css';

export type ToggleProps = Omit<SwitchProps, 'className' | 'style' | 'children'> & {
  readonly children: ReactNode;
  readonly help?: ReactNode;
};

/** On or off, at once. */
export function Toggle({ children, help, ...rest }: ToggleProps) {
  return (
    <Switch {...rest} className="toggle">
      <span className="toggle-text">
        <span>{children}</span>
        {help && <span className="soft small">{help}</span>}
      </span>
      <span className="toggle-track" aria-hidden="true">
        <span className="toggle-knob" />
      </span>
    </Switch>
  );
}
