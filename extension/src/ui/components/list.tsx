import type { ReactNode } from 'react';
import './list.css';

/** Rows one below another, each with a line between. */
export function List({ label, children }: { readonly label?: string; readonly children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/noRedundantRoles: Safari forgets that a list without bullets is one
    <ul className="list" role="list" aria-label={label}>
      {children}
    </ul>
  );
}

/** One row: what it is, more about it, and what can be done with it. */
export function ListRow({
  icon,
  title,
  detail,
  children,
}: {
  readonly icon?: ReactNode;
  readonly title: ReactNode;
  readonly detail?: ReactNode;
  /** Buttons or a mark at the row's end. */
  readonly children?: ReactNode;
}) {
  return (
    <li className="list-row">
      {icon && <span className="list-icon">{icon}</span>}
      <span className="list-text">
        <span className="list-title">{title}</span>
        {detail && <span className="soft small">{detail}</span>}
      </span>
      {children && <span className="row">{children}</span>}
    </li>
  );
}
