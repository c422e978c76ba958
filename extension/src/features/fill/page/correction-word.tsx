import { createContext, type ReactNode, useContext, useEffect, useRef, useState } from 'react';
import type { FillView } from '../../../core/autofill/plan/fill-view.ts';
import { useText } from '../../../ui/text/text-context.tsx';

/** One field of the form, by the document it stands in. */
export type FieldPlace = { readonly documentId: string; readonly handle: number };

/** The citizen has said what a field asks, or taken it back; `label`: what the list calls it. */
export type Told = { readonly place: FieldPlace; readonly label: string; readonly how: 'kept' | 'forgotten' };

const ToldContext = createContext<(told: Told) => void>(() => undefined);

/** To be called when a correction was kept or forgotten. */
export function useTold(): (told: Told) => void {
  return useContext(ToldContext);
}

type Props = { readonly view: FillView; readonly reload: () => void; readonly children: ReactNode };

/**
 * Reads out what became of a correction, and keeps the focus at its field: the list is made anew with it, and the focus would be lost with the old one. Must
 * outlive the list, since what stands in a region from its first moment is not read out.
 */
export function CorrectionWord({ view, reload, children }: Props) {
  const { t } = useText();
  const [word, setWord] = useState<Told & { readonly count: number }>();
  const awaited = useRef<FieldPlace>(undefined);
  const tell = (told: Told) => {
    awaited.current = told.place;
    setWord((last) => ({ ...told, count: (last?.count ?? 0) + 1 }));
    reload();
  };
  // The effect of a parent comes after its children stand: the new list is there.
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new view is a new list
  useEffect(() => {
    if (awaited.current) focusField(awaited.current);
    awaited.current = undefined;
  }, [view]);
  return (
    <ToldContext value={tell}>
      <p role="status" className="visually-hidden">
        {/* The same words said twice are read twice. */}
        {word && <span key={word.count}>{t(word.how === 'kept' ? 'correct.kept' : 'correct.forgotten', { label: word.label })}</span>}
      </p>
      {children}
    </ToldContext>
  );
}

/** The element id of a field's row, in whichever list it stands. */
export function nameElement({ documentId, handle }: FieldPlace): string {
  return `fill-field-${documentId}-${handle}`;
}

/** A field that has become a part of another has no row of its own any more. */
function focusField(place: FieldPlace): void {
  const row = document.getElementById(nameElement(place)) ?? document.getElementById('fill-title');
  row?.closest('details')?.setAttribute('open', '');
  row?.focus();
}
