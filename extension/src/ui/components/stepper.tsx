import './stepper.css';

/** Where one stands in a few steps. `current` counts from 0. */
export function Stepper({
  steps,
  current,
  label,
}: {
  readonly steps: readonly string[];
  readonly current: number;
  readonly label: string;
}) {
  return (
    <ol className="stepper" aria-label={label}>
      {steps.map((step, index) => (
        <li key={step} className={`step step-${stateOf(index, current)}`} aria-current={index === current ? 'step' : undefined}>
          <span className="step-pane" aria-hidden="true" />
          <span>{step}</span>
        </li>
      ))}
    </ol>
  );
}

function stateOf(index: number, current: number): 'done' | 'here' | 'ahead' {
  if (index === current) return 'here';
  return index < current ? 'done' : 'ahead';
}
