import type { ReactNode } from 'react';
import './facts-list.css';

/** Names and what they stand for, one pair a line; on a narrow page one below the other. */
export function FactsList({
  rows,
}: {
  readonly rows: readonly { readonly key: string; readonly label: ReactNode; readonly value: ReactNode; readonly note?: ReactNode }[];
}) {
  return (
    <dl className="facts-list">
      {rows.map(({ key, label, value, note }) => (
        <div key={key} className="facts-row">
          <dt>{label}</dt>
          <dd>
            {value}
            {note && <span className="facts-note">{note}</span>}
          </dd>
        </div>
      ))}
    </dl>
  );
}
