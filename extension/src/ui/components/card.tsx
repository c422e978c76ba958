import type { ReactNode } from 'react';
import './card.css';

/** A sheet that holds one thing, with its heading and what can be done with it. */
export function Card({
  title,
  actions,
  tone = 'plain',
  children,
}: {
  readonly title?: ReactNode;
  readonly actions?: ReactNode;
  readonly tone?: 'plain' | 'damaged';
  readonly children?: ReactNode;
}) {
  return (
    <section className={`card card-${tone}`}>
      {(title || actions) && (
        <header className="card-head">
          {title && <h2>{title}</h2>}
          {actions && <div className="row">{actions}</div>}
        </header>
      )}
      {children}
    </section>
  );
}
