import type { ErrorCode } from '@daricheh/shared/errors';
import type { WaitingView } from '../../../core/consent/batch-view.ts';
import { Card } from '../../../ui/components/card.tsx';
import { Checkbox } from '../../../ui/components/checkbox.tsx';
import { Notice } from '../../../ui/components/notice.tsx';
import { SignedView } from '../../../ui/components/signed-view.tsx';
import { useText } from '../../../ui/text/text-context.tsx';

type Props = {
  readonly form: WaitingView;
  readonly isChosen: boolean;
  /** Why it could not be signed at the last try. */
  readonly problem: ErrorCode | undefined;
  readonly onChoose: (isOn: boolean) => void;
};

/** One form of the batch: whether it is signed with the others, for whom, and its whole text, which can be folded. */
export function BatchForm({ form, isChosen, problem, onChoose }: Props) {
  const { t, pick, error } = useText();
  return (
    <Card>
      <Checkbox isSelected={isChosen} onChange={onChoose}>
        <strong>{pick(form.title)}</strong>
        <br />
        <span className="soft small">
          {pick(form.agency.name)} · {t('batch.keptAt', { atMs: form.keptAtMs })}
        </span>
      </Checkbox>
      {form.isOutdone && <Notice tone="warn">{t('batch.outdone')}</Notice>}
      {problem && (
        <Notice tone="warn" title={t('batch.leftOut')}>
          {error(problem)}
        </Notice>
      )}
      <details open>
        <summary className="small">{t('sign.fullText')}</summary>
        <SignedView view={form.view} />
      </details>
    </Card>
  );
}
