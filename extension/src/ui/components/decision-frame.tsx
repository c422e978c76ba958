import type { ReactNode } from 'react';
import { PanelFrame } from './panel-frame.tsx';
import './decision-frame.css';

/** A window that asks: what it is about, and at its foot what can be decided, always in sight. */
export function DecisionFrame({
  title,
  children,
  actions,
}: {
  readonly title: ReactNode;
  readonly children?: ReactNode;
  readonly actions: ReactNode;
}) {
  return (
    <PanelFrame>
      <h1>{title}</h1>
      {children}
      <footer className="decision-foot">{actions}</footer>
    </PanelFrame>
  );
}
