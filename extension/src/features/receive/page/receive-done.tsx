import { Button } from '../../../ui/components/button.tsx';
import { DecisionFrame } from '../../../ui/components/decision-frame.tsx';
import { Notice } from '../../../ui/components/notice.tsx';
import { useText } from '../../../ui/text/text-context.tsx';

/** The documents are kept; where to see them. */
export function ReceiveDone({ count }: { readonly count: number }) {
  const { t } = useText();
  const seeDocuments = () => {
    window.open('/wallet.html#/documents', '_blank');
    window.close();
  };
  return (
    <DecisionFrame
      title={t('receive.done', { count })}
      actions={
        <>
          <Button kind="primary" wide onPress={seeDocuments}>
            {t('receive.seeDocuments')}
          </Button>
          <Button onPress={() => window.close()}>{t('common.close')}</Button>
        </>
      }
    >
      <Notice tone="good">{t('receive.doneHelp', { count })}</Notice>
    </DecisionFrame>
  );
}
