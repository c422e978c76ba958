import { createContext, type ReactNode, useContext } from 'react';
import { createText, type Text } from './translate.ts';

const TextContext = createContext<Text | undefined>(undefined);

/** Gives the pages below it their language. */
export function TextProvider({ text, children }: { text: Text; children: ReactNode }) {
  return <TextContext value={text}>{children}</TextContext>;
}

/** The texts in the reader's language. Persian where no language was set. */
export function useText(): Text {
  return useContext(TextContext) ?? persian;
}

const persian = createText('fa');
