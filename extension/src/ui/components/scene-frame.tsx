import type { ReactNode } from 'react';
import { useText } from '../text/text-context.tsx';
import { WindowMark } from './window-mark.tsx';
import { WindowScene } from './window-scene.tsx';
import './scene-frame.css';

/** A whole tab for one thing: a window of coloured glass on one side, the thing on the other. `lit`: how far the day has come. */
export function SceneFrame({
  lit,
  corner,
  children,
}: {
  readonly lit: 1 | 2 | 3 | 4;
  readonly corner?: ReactNode;
  readonly children: ReactNode;
}) {
  const { t } = useText();
  return (
    <div className="scene-page">
      <aside className="scene-page-scene" aria-hidden="true">
        <WindowScene lit={lit} />
      </aside>
      <div className="scene-page-side">
        <header className="scene-page-head">
          <WindowMark size={30} />
          <span className="scene-page-name">{t('common.name')}</span>
          <span className="scene-page-corner">{corner}</span>
        </header>
        <main className="scene-page-main">{children}</main>
      </div>
    </div>
  );
}
