import { getField } from '@daricheh/shared/vocabulary';
import { useState } from 'react';
import type { SkippedLine, SkipReason } from '../../../core/autofill/plan/fill-plan.ts';
import { Button } from '../../../ui/components/button.tsx';
import { useText } from '../../../ui/text/text-context.tsx';
import { CorrectField, type FieldTarget, ForgetButton } from './correct-field.tsx';
import { nameElement } from './correction-word.tsx';

/** A field that is left alone, and where it stands. */
export type SkippedField = { readonly line: SkippedLine; readonly target: FieldTarget };

type Props = { readonly fields: readonly SkippedField[]; readonly onOpenFacts: () => void };

/** What is left alone, and why; closed until asked for. What the wallet could be told is offered. */
export function SkippedList({ fields, onOpenFacts }: Props) {
  const { t } = useText();
  if (fields.length === 0) return null;
  const isMissing = fields.some(({ line }) => line.why === 'no-value');
  return (
    <details className="fill-skipped">
      <summary>{t('fill.skipped', { count: fields.length })}</summary>
      <ul>
        {fields.map(({ line, target }) => (
          <SkippedRow key={`${target.documentId} ${line.handle}`} line={line} target={target} />
        ))}
      </ul>
      {isMissing && (
        <Button kind="quiet" onPress={onOpenFacts}>
          {t('fill.addFact')}
        </Button>
      )}
    </details>
  );
}

/** Fields of which the citizen may say what they ask. The others stay as they are, whatever is said. */
const mayBeTold: ReadonlySet<SkipReason> = new Set<SkipReason>([
  'unknown',
  'other-person',
  'which-relative',
  'no-value',
  'no-option',
  'too-long',
  'told-empty',
  'mapped-empty',
]);

function SkippedRow({ line, target }: SkippedField) {
  const { t, pick } = useText();
  const [isTelling, setTelling] = useState(false);
  const label = line.label || (line.datum ? pick(getField(line.datum)) : t('fill.unnamed'));
  const why =
    line.why === 'other-person'
      ? t('fill.skip-other-person', { person: t(`fill.person-${line.person ?? 'someone-else'}`) })
      : t(`fill.skip-${line.why}`);
  return (
    <li className="fill-skipped-row" id={nameElement(target)} tabIndex={-1}>
      <bdi>{label}</bdi>
      <span className="soft small">
        {why} {line.isMapped && line.why === 'other-person' && t('fill.agencySays')}{' '}
        {line.learned !== undefined && line.why !== 'told-empty' && t('correct.asYouSaid')}
      </span>
      <div className="row fill-small">
        {mayBeTold.has(line.why) && (
          <Button kind="quiet" aria-expanded={isTelling} aria-label={t('correct.tellOf', { label })} onPress={() => setTelling(!isTelling)}>
            {t('correct.tell')}
          </Button>
        )}
        {line.learned !== undefined && <ForgetButton id={line.learned} label={label} target={target} />}
      </div>
      {isTelling && <CorrectField target={target} label={label} person={line.person} />}
    </li>
  );
}
