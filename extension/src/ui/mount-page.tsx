import { type ReactNode, StrictMode } from 'react';
import { I18nProvider } from 'react-aria-components';
import { createRoot } from 'react-dom/client';
import * as z from 'zod/mini';
import { type Appearance, applyAppearance } from './appearance.ts';
import { speakPersian } from './react-aria-fa.ts';
import { RefreshProvider, type SubscribeToChanges } from './refresh.tsx';
import { TextProvider } from './text/text-context.tsx';
import { createText, localeTags } from './text/translate.ts';
import './theme.css';

/**
 * Shows one page of the extension in its reader's language and colours.
 * A change of language reloads the page, because React Aria reads its words once.
 */
export function mountPage(page: ReactNode, options: { appearance: Appearance; subscribe: SubscribeToChanges }): void {
  // zod probes for `Function` otherwise, which the extension's policy forbids and reports.
  z.config({ jitless: true });
  const { appearance, subscribe } = options;
  const text = createText(appearance.language);
  const locale = localeTags[appearance.language];
  if (appearance.language === 'fa') speakPersian(locale);
  applyAppearance(appearance);
  keepStylesOut();
  document.title = text.t('common.name');
  createRoot(getRoot()).render(
    <StrictMode>
      <I18nProvider locale={locale}>
        <TextProvider text={text}>
          <RefreshProvider subscribe={subscribe}>{page}</RefreshProvider>
        </TextProvider>
      </I18nProvider>
    </StrictMode>,
  );
}

/**
 * React Aria writes one inline style into a page unless an element of this id is there; the extension's policy would
 * refuse and report it. theme.css holds its rule. (react-aria 3.53, usePress)
 */
function keepStylesOut(): void {
  const mark = document.createElement('meta');
  mark.id = 'react-aria-pressable-style';
  document.head.append(mark);
}

function getRoot(): HTMLElement {
  const root = document.getElementById('root');
  if (!root) throw new Error('The page has no #root.');
  return root;
}
