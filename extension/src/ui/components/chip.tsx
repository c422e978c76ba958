import type { ReactNode } from 'react';
import './chip.css';

export type ChipTone = 'plain' | 'good' | 'warn' | 'bad' | 'tile';

/** A short word on the standing of something. Colour never says it alone. */
export function Chip({ tone = 'plain', children }: { readonly tone?: ChipTone; readonly children: ReactNode }) {
  return <span className={`chip chip-${tone}`}>{children}</span>;
}
