import { useState } from 'react';
import type { CorrectionEnd } from '../../../core/autofill/learning/correction.ts';
import type { ToldMeaning } from '../../../core/autofill/learning/learned-answer.ts';
import type { SkippedLine } from '../../../core/autofill/plan/fill-plan.ts';
import type { AllowedFrame } from '../../../core/autofill/plan/fill-view.ts';
import { send } from '../../../messaging/send.ts';
import { Button } from '../../../ui/components/button.tsx';
import { Checkbox } from '../../../ui/components/checkbox.tsx';
import { ErrorNotice, Notice } from '../../../ui/components/notice.tsx';
import { useText } from '../../../ui/text/text-context.tsx';
import { useAction } from '../../../ui/use-action.ts';
import { useTold } from './correction-word.tsx';
import { DatumSearch } from './datum-search.tsx';

/** One field of the form as it was shown. */
export type FieldTarget = {
  readonly tabId: number;
  readonly allowed: readonly AllowedFrame[];
  readonly documentId: string;
  readonly mark: string;
  readonly handle: number;
};

type Props = {
  readonly target: FieldTarget;
  readonly label: string;
  /** Whom the field seems to be about, where that is not the citizen. */
  readonly person?: SkippedLine['person'];
  /** Something would be written into it, and may be left out. */
  readonly canLeaveEmpty?: boolean;
};

/** The citizen says what a field asks, or that it stays empty; a field about somebody else is theirs only once they have read so. */
export function CorrectField({ target, label, person, canLeaveEmpty = false }: Props) {
  const { t } = useText();
  const told = useTold();
  const [isAboutMe, setAboutMe] = useState(false);
  const [failed, setFailed] = useState<Exclude<CorrectionEnd, 'kept'>>();
  const action = useAction();
  const tell = (says: ToldMeaning) =>
    action.run(async () => {
      const end = await send('fill/correct', { ...target, allowed: [...target.allowed], says });
      if (end === 'kept') told({ place: target, label, how: 'kept' });
      else setFailed(end);
    });
  return (
    <div className="fill-correct">
      {person && (
        <Notice tone="warn">
          <p>{t('correct.aboutOther', { person: t(`fill.person-${person}`) })}</p>
          <Checkbox isSelected={isAboutMe} onChange={setAboutMe}>
            {t('correct.aboutMe')}
          </Checkbox>
        </Notice>
      )}
      <DatumSearch isDisabled={person !== undefined && !isAboutMe} onChoose={(datum) => tell({ kind: 'datum', datum, isAboutMe })} />
      {canLeaveEmpty && <Button onPress={() => tell({ kind: 'empty' })}>{t('correct.leaveEmpty')}</Button>}
      {failed && <Notice tone="bad">{t(failed === 'refused' ? 'correct.refused' : 'fill.changedHelp')}</Notice>}
      <ErrorNotice code={action.error} />
    </div>
  );
}

/** Lets go of what the citizen said of a field. */
export function ForgetButton({ id, label, target }: { readonly id: string; readonly label: string; readonly target: FieldTarget }) {
  const { t } = useText();
  const told = useTold();
  const action = useAction();
  const forget = () =>
    action.run(async () => {
      await send('fill/forget', { id });
      told({ place: target, label, how: 'forgotten' });
    });
  return (
    <>
      <Button kind="quiet" aria-label={t('correct.forgetOf', { label })} isPending={action.isRunning} onPress={forget}>
        {t('correct.forget')}
      </Button>
      <ErrorNotice code={action.error} />
    </>
  );
}
