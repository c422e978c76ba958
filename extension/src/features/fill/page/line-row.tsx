import { getField } from '@daricheh/shared/vocabulary';
import { useId, useState } from 'react';
import type { PlanLine } from '../../../core/autofill/plan/fill-plan.ts';
import { Button } from '../../../ui/components/button.tsx';
import { Checkbox } from '../../../ui/components/checkbox.tsx';
import { ValueText } from '../../../ui/components/value-text.tsx';
import { useText } from '../../../ui/text/text-context.tsx';
import type { Translate } from '../../../ui/text/translate.ts';
import type { FieldTarget } from './correct-field.tsx';
import { nameElement } from './correction-word.tsx';
import { LineWhy } from './line-why.tsx';
import { describeOrigin } from './provenance-words.tsx';

const leftToRight: ReadonlySet<string> = new Set(['digits', 'phone', 'email', 'iban', 'date']);

/** One field of the form: what the page calls it, what will stand in it, and where that comes from; why, when asked. */
export function LineRow({
  line,
  target,
  isChosen,
  isStuck,
  onChoose,
}: {
  readonly line: PlanLine;
  readonly target: FieldTarget;
  readonly isChosen: boolean;
  /** It was to be taken back, and stands there still. */
  readonly isStuck: boolean;
  readonly onChoose: (isOn: boolean) => void;
}) {
  const text = useText();
  const { t, pick } = text;
  const [isOpen, setOpen] = useState(false);
  const reasonId = useId();
  const field = getField(line.datum);
  const label = nameLine(line, t) || pick(field);
  return (
    <li className={isChosen ? 'fill-line' : 'fill-line fill-line-off'} id={nameElement(target)} tabIndex={-1}>
      <Checkbox isSelected={isChosen} onChange={onChoose}>
        <span className="fill-label">
          <bdi>{label}</bdi>
          {line.relative && <span className="soft"> · {t(`family.${line.relative}`)}</span>}
        </span>
        <span className="fill-value">
          <ValueText dir={leftToRight.has(field.kind) ? 'ltr' : 'auto'}>{line.shown}</ValueText>
        </span>
        <span className={line.source.kind === 'credential' ? 'fill-source' : 'fill-source fill-source-declared'}>
          {describeOrigin(line, text)}
        </span>
      </Checkbox>
      <div className="fill-more fill-small">
        <Button
          kind="quiet"
          aria-expanded={isOpen}
          aria-controls={reasonId}
          aria-label={t('fill.whyOf', { label })}
          onPress={() => setOpen(!isOpen)}
        >
          {t('fill.why')}
        </Button>
      </div>
      {line.learned !== undefined && <p className="fill-note small">{t('correct.asYouSaid')}</p>}
      {isStuck && <p className="fill-note small">{t('fill.stuck')}</p>}
      {line.isTaken && <p className="fill-note small">{t('fill.taken')}</p>}
      <div id={reasonId} className="fill-note small" hidden={!isOpen}>
        {isOpen && <LineWhy line={line} label={label} target={target} />}
      </div>
    </li>
  );
}

/** The parts of a date may share one label: each gets its own word, unless the label has it already. */
function nameLine({ label, datum }: PlanLine, t: Translate): string {
  const part = (['day', 'month', 'year'] as const).find((each) => datum.endsWith(`-${each}`));
  if (!part || label === '') return label;
  const word = t(`fill.part-${part}`);
  return label.toLowerCase().includes(word.toLowerCase()) || label.toLowerCase().includes(part) ? label : `${label} (${word})`;
}
