/** A line that screen readers speak when it changes. */
export type StatusLine = { readonly say: (words: string, tone?: 'working' | 'bad' | 'good') => void };

/** Puts an empty status line after `anchor`. */
export function addStatusLine(anchor: Element): StatusLine {
  const line = anchor.ownerDocument.createElement('p');
  line.className = 'daricheh-status';
  line.setAttribute('role', 'status');
  line.setAttribute('aria-live', 'polite');
  anchor.after(line);
  return {
    say: (words, tone = 'working') => {
      line.textContent = words;
      line.dataset['tone'] = tone;
    },
  };
}
