import type { ReactNode } from 'react';
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components';
import './button.css';

/** `primary`: the one thing to do here. `plain`: another. `quiet`: beside the text. `danger`: cannot be taken back. */
export type ButtonKind = 'primary' | 'plain' | 'quiet' | 'danger';

export type ButtonProps = Omit<AriaButtonProps, 'className' | 'style' | 'children'> & {
  readonly kind?: ButtonKind;
  readonly icon?: ReactNode;
  /** Behind the words: an arrow that leads on. */
  readonly iconAfter?: ReactNode;
  readonly wide?: boolean;
  readonly children: ReactNode;
};

/** A button. While `isPending` it keeps its place and focus, and does nothing. */
export function Button({ kind = 'plain', icon, iconAfter, wide = false, children, ...rest }: ButtonProps) {
  return (
    <AriaButton {...rest} className={`button button-${kind}${wide ? ' button-wide' : ''}`}>
      {({ isPending }) => (
        <>
          {isPending ? <span className="button-wait" aria-hidden="true" /> : icon}
          <span className="button-text">{children}</span>
          {iconAfter}
        </>
      )}
    </AriaButton>
  );
}
