import { useState } from 'react';
import { useText } from '../text/text-context.tsx';
import { Button } from './button.tsx';

const longest = 120;

/**
 * A value or a name that is not ours, on its own island of direction. Characters that turn or hide text are shown as ␣,
 * and what is longer than 120 characters is cut until asked for.
 */
export function ValueText({ children, dir = directionOf(children) }: { readonly children: string; readonly dir?: 'auto' | 'ltr' }) {
  const { t } = useText();
  const [isWhole, setWhole] = useState(false);
  const shown = showControls(children);
  const letters = [...shown];
  if (letters.length <= longest) return <bdi dir={dir}>{shown}</bdi>;
  return (
    <>
      <bdi dir={dir}>{isWhole ? shown : `${letters.slice(0, longest).join('')}…`}</bdi>{' '}
      <Button kind="quiet" onPress={() => setWhole(!isWhole)}>
        {t(isWhole ? 'common.showLess' : 'common.showAll')}
      </Button>
    </>
  );
}

/** A number with a sign, such as a phone's +98, has no letter to take a direction from, and would end with its sign. */
function directionOf(text: string): 'auto' | 'ltr' {
  return /\p{L}/u.test(text) ? 'auto' : 'ltr';
}

/** The text with bidi controls and invisible characters shown as ␣. ZWNJ and ZWJ stay: Persian is written with them. */
export function showControls(text: string): string {
  return text.replace(/[\p{Cc}\u00AD\u061C\u180E\u200B\u200E\u200F\u2028-\u202E\u2060-\u206F\uFEFF\uFFF9-\uFFFB]/gu, '␣');
}
