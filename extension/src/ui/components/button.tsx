import type { ReactNode } from 'react';
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components';
import { useText } from '../text/text-context.tsx';
import './button.css';

/** `primary`: the one thing to do here. `plain`: another. `quiet`: beside the text. `danger`: cannot be taken back. */
export type ButtonKind = 'primary' | 'plain' | 'quiet' | 'danger';

export type ButtonProps = Omit<AriaButtonProps, 'className' | 'style' | 'children' | 'isPending'> & {
  readonly kind?: ButtonKind;
  readonly icon?: ReactNode;
  /** Behind the words: an arrow that leads on. */
  readonly iconAfter?: ReactNode;
  readonly wide?: boolean;
  /** What it started is under way: it keeps its place and focus, and does nothing. */
  readonly isPending?: boolean;
  readonly children: ReactNode;
};

/**
 * A button. Its pending state is our own: React Aria's announces through a hidden image that outlives the button and then
 * has no name, which is a barrier by itself. (react-aria-components 1.22, found by axe)
 */
export function Button({ kind = 'plain', icon, iconAfter, wide = false, isPending = false, children, ...rest }: ButtonProps) {
  const props = isPending ? withoutActs(rest) : rest;
  return (
    <AriaButton {...props} className={`button button-${kind}${wide ? ' button-wide' : ''}`}>
      {isPending ? <Waiting /> : icon}
      <span className="button-text">{children}</span>
      {iconAfter}
    </AriaButton>
  );
}

function withoutActs({ onPress: _press, type: _type, ...rest }: AriaButtonProps): AriaButtonProps {
  return { ...rest, type: 'button' };
}

function Waiting() {
  const { t } = useText();
  return (
    <span className="button-wait">
      <span className="visually-hidden">{t('common.loading')}</span>
    </span>
  );
}
