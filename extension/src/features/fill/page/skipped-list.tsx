import { getField } from '@daricheh/shared/vocabulary';
import type { SkippedLine } from '../../../core/autofill/plan/fill-plan.ts';
import { Button } from '../../../ui/components/button.tsx';
import { useText } from '../../../ui/text/text-context.tsx';

/** What is left alone, and why; closed until asked for. What the wallet could be told is offered. */
export function SkippedList({ lines, onOpenFacts }: { readonly lines: readonly SkippedLine[]; readonly onOpenFacts: () => void }) {
  const { t } = useText();
  if (lines.length === 0) return null;
  const isMissing = lines.some((line) => line.why === 'no-value');
  return (
    <details className="fill-skipped">
      <summary>{t('fill.skipped', { count: lines.length })}</summary>
      <ul>
        {lines.map((line) => (
          <SkippedRow key={line.handle} line={line} />
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

function SkippedRow({ line }: { readonly line: SkippedLine }) {
  const { t, pick } = useText();
  const label = line.label || (line.datum ? pick(getField(line.datum)) : t('fill.unnamed'));
  const why =
    line.why === 'other-person'
      ? t('fill.skip-other-person', { person: t(`fill.person-${line.person ?? 'someone-else'}`) })
      : t(`fill.skip-${line.why}`);
  return (
    <li className="fill-skipped-row">
      <bdi>{label}</bdi>
      <span className="soft small">{why}</span>
    </li>
  );
}
