import type { ReviewView } from '../../../core/consent/prompt-view.ts';
import { Button } from '../../../ui/components/button.tsx';
import { FactsList } from '../../../ui/components/facts-list.tsx';
import { Notice } from '../../../ui/components/notice.tsx';
import { ValueText } from '../../../ui/components/value-text.tsx';
import { useText } from '../../../ui/text/text-context.tsx';

type Props = {
  readonly amends: NonNullable<Extract<ReviewView, { kind: 'ready' }>['amends']>;
  readonly isDisabled: boolean;
  /** The citizen wants it to be a form of its own. */
  readonly onNew: () => void;
};

/** That the form takes the place of a case, what it says otherwise, and the way to send it as a new one instead. */
export function Amends({ amends: { caseNumber, signedAtMs, changes }, isDisabled, onNew }: Props) {
  const { t } = useText();
  const rows = changes.map(({ label, direction, before, after }, index) => ({
    key: `${index} ${label}`,
    label,
    value: after === null ? <span className="soft">{t('sign.leftOut')}</span> : <ValueText dir={direction}>{after}</ValueText>,
    note: before !== null && (
      <>
        {t('sign.before')}: <ValueText dir={direction}>{before}</ValueText>
      </>
    ),
  }));
  return (
    <Notice
      tone="warn"
      title={<ValueText>{t('sign.amends', { number: caseNumber })}</ValueText>}
      actions={
        <Button isDisabled={isDisabled} onPress={onNew}>
          {t('sign.asNew')}
        </Button>
      }
    >
      <p>{t('sign.amendsHelp', { atMs: signedAtMs })}</p>
      {changes.length === 0 ? <p>{t('sign.noChange')}</p> : <FactsList rows={rows} />}
    </Notice>
  );
}
