import type { ReactNode } from 'react';
import { WindowMark } from './window-mark.tsx';
import './empty-state.css';

/** What stands where there is nothing yet: why, and the first thing to do. */
export function EmptyState({
  title,
  children,
  action,
}: {
  readonly title: ReactNode;
  readonly children?: ReactNode;
  readonly action?: ReactNode;
}) {
  return (
    <div className="empty-state">
      <WindowMark size={56} />
      <h2>{title}</h2>
      {children && <p className="soft">{children}</p>}
      {action}
    </div>
  );
}
