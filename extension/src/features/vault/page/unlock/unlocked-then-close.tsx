import { useEffect } from 'react';
import { Notice } from '../../../../ui/components/notice.tsx';
import { useText } from '../../../../ui/text/text-context.tsx';

/** Says that the vault is open, and closes the window that was opened for it. */
export function UnlockedThenClose() {
  const { t } = useText();
  useEffect(() => {
    const timer = setTimeout(() => window.close(), 900);
    return () => clearTimeout(timer);
  }, []);
  return (
    <Notice tone="good" title={t('unlock.unlocked')}>
      {t('unlock.unlockedLead')}
    </Notice>
  );
}
