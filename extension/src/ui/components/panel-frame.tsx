import type { ReactNode } from 'react';
import { useText } from '../text/text-context.tsx';
import { WindowMark } from './window-mark.tsx';
import './panel-frame.css';

/** The frame of a narrow page (popup, side panel, consent): our sign, what belongs in the corner, and the page. */
export function PanelFrame({ corner, children }: { readonly corner?: ReactNode; readonly children: ReactNode }) {
  const { t } = useText();
  return (
    <div className="panel">
      <header className="panel-head">
        <WindowMark size={26} />
        <span className="panel-name">{t('common.name')}</span>
        <span className="panel-corner">{corner}</span>
      </header>
      <main className="panel-main">{children}</main>
    </div>
  );
}
