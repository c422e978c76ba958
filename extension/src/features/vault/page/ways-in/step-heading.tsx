import { type ReactNode, useEffect, useRef } from 'react';
import './step-heading.css';

/** The heading of a step. It takes the focus when the step appears, so that a screen reader begins there. */
export function StepHeading({ children }: { readonly children: ReactNode }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <h1 ref={heading} tabIndex={-1}>
      {children}
    </h1>
  );
}
