import type { Finding } from '../checks/finding.ts';
import { en } from './en.ts';
import { fa } from './fa.ts';
import type { Text, Told } from './text-shape.ts';

export type { Text } from './text-shape.ts';

export const languages = ['fa', 'en'] as const;
export type Language = (typeof languages)[number];

const texts: Readonly<Record<Language, Text>> = { fa, en };

export function getText(language: Language): Text {
  return texts[language];
}

/** The sentences for a finding. */
export function tellFinding({ findings }: Text, finding: Finding): Told {
  // The table has the right function for each kind; that the two belong together TypeScript cannot see.
  const tell = findings[finding.kind] as (finding: Finding) => Told;
  return tell(finding);
}
