/** A line that screen readers speak when it changes. */
export type StatusLine = { readonly say: (words: string, tone?: 'working' | 'bad' | 'good') => void };

/** Puts an empty status line after `anchor`: of what is being done, or of the draft. */
export function addStatusLine(anchor: Element, about: 'status' | 'draft-status' = 'status'): StatusLine {
  const line = anchor.ownerDocument.createElement('p');
  line.className = `daricheh-${about}`;
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
