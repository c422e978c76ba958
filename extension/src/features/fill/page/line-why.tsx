import { getField } from '@daricheh/shared/vocabulary';
import { useState } from 'react';
import type { Reason } from '../../../core/autofill/classify.ts';
import type { PlanLine } from '../../../core/autofill/plan/fill-plan.ts';
import { Button } from '../../../ui/components/button.tsx';
import { useText } from '../../../ui/text/text-context.tsx';
import type { Translate } from '../../../ui/text/translate.ts';
import { CorrectField, type FieldTarget, ForgetButton } from './correct-field.tsx';
import { ProvenanceWords } from './provenance-words.tsx';

type Props = { readonly line: PlanLine; readonly label: string; readonly target: FieldTarget };

/** Why a field gets its value: what it was taken for and by which words, what vouches for the value; and how to say that it is otherwise. */
export function LineWhy({ line, label, target }: Props) {
  const { t, pick } = useText();
  const [isCorrecting, setCorrecting] = useState(false);
  return (
    <>
      <p>
        {t('fill.asks', { datum: pick(getField(line.datum)) })} {describeWhy(line, t)}
      </p>
      {line.provenance && (
        <p>
          <ProvenanceWords provenance={line.provenance} />
        </p>
      )}
      <div className="row fill-small">
        <Button
          kind="quiet"
          aria-expanded={isCorrecting}
          aria-label={t('correct.beginOf', { label })}
          onPress={() => setCorrecting(!isCorrecting)}
        >
          {t('correct.begin')}
        </Button>
        {line.learned !== undefined && <ForgetButton id={line.learned} label={label} target={target} />}
      </div>
      {isCorrecting && <CorrectField target={target} label={label} person={line.person} canLeaveEmpty />}
    </>
  );
}

/** Nothing where the citizen said it: that stands above already. */
function describeWhy({ learned, isMapped, reason }: PlanLine, t: Translate): string {
  if (learned !== undefined) return '';
  return isMapped ? t('fill.byAgency') : describeReason(reason, t);
}

function describeReason({ signal, words, context }: Reason, t: Translate): string {
  if (context !== undefined && words === '') return t('fill.byNeighbours');
  switch (signal) {
    case 'autocomplete':
      return t('fill.byAutocomplete', { words });
    case 'label':
      return t('fill.byLabel', { words });
    case 'name':
      return t('fill.byName', { words });
    case 'placeholder':
      return t('fill.byPlaceholder', { words });
    case 'type':
    case 'length':
      return t('fill.byType');
    case 'options':
      return t('fill.byOptions');
    case 'surroundings':
      return t('fill.bySurroundings', { words });
    case 'heading':
      return t('fill.byHeading', { words });
    case undefined:
      return t('fill.byNeighbours');
  }
}
