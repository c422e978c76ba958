import type { View } from '@daricheh/shared/submission';
import { FactsList } from './facts-list.tsx';
import { ValueText } from './value-text.tsx';
import './signed-view.css';

/** A view exactly as the frozen renderer made it: every line, in its order. `marks` adds words of ours beside lines of the answers. */
export function SignedView({
  view,
  marks = [],
}: {
  readonly view: View;
  readonly marks?: readonly { readonly line: number; readonly text: string }[];
}) {
  return (
    <div className="signed-view" lang={view.locale} dir={view.direction}>
      {view.sections.map((section) => (
        <section key={section.id} className="signed-section">
          <h3>{section.heading}</h3>
          <FactsList
            rows={section.lines.map((line, index) => {
              const mark = section.id === 'answers' ? marks.find((each) => each.line === index) : undefined;
              return {
                key: `${section.id}-${index}`,
                label: line.label,
                value: <ValueText dir={line.direction}>{line.value}</ValueText>,
                note: (line.note || mark) && (
                  <>
                    {line.note}
                    {mark && <span className="signed-mark">{mark.text}</span>}
                  </>
                ),
              };
            })}
          />
        </section>
      ))}
    </div>
  );
}
