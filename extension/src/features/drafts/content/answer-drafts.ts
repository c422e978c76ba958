import { type DraftAnswer, type DraftAsk, draftEvents } from '@daricheh/shared/submission';
import { resolveFormUri } from '../../../core/consent/form-uri.ts';
import { sendFromPage } from '../../../messaging/page-door.ts';

/** How long a click on "go on" lets the page ask for what is kept. */
const clickCountsMs = 2000;
const maxDetail = 60_000;

/** Carries what the page's script asks of its form's draft to the background, and the answer back. What is kept is given after a person's own click alone. */
export function startDrafts(): void {
  let clickedAt = Number.NEGATIVE_INFINITY;
  const onClick = (event: MouseEvent) => {
    if (event.isTrusted && event.target instanceof Element && event.target.closest('[data-daricheh-draft="open"]'))
      clickedAt = performance.now();
  };
  const onAsk = (event: Event) => {
    const form = event.target instanceof HTMLFormElement ? event.target : null;
    const formUri = resolveFormUri(form?.getAttribute('data-daricheh-form'), { baseURI: document.baseURI, origin: location.origin });
    const ask = readAsk(event);
    if (!form || !formUri || !ask || (ask.act === 'open' && performance.now() - clickedAt > clickCountsMs)) return;
    if (ask.act === 'open') clickedAt = Number.NEGATIVE_INFINITY;
    void carry(ask, formUri).then((answer) => tell(form, draftEvents.answer, JSON.stringify({ act: ask.act, ...answer })));
  };
  window.addEventListener('click', onClick, true);
  window.addEventListener(draftEvents.ask, onAsk, true);
  // The page's script may have asked before we were there.
  for (const form of document.querySelectorAll('form[data-daricheh-form]')) tell(form, draftEvents.here, '');
}

function tell(form: Element, name: string, detail: string): void {
  form.dispatchEvent(new CustomEvent(name, { detail }));
}

/** The background looks at each member; here only the act is needed. */
function readAsk(event: Event): DraftAsk | undefined {
  const detail: unknown = event instanceof CustomEvent ? event.detail : undefined;
  if (typeof detail !== 'string' || detail.length > maxDetail) return undefined;
  try {
    const ask: unknown = JSON.parse(detail);
    return typeof ask === 'object' && ask !== null ? (ask as DraftAsk) : undefined;
  } catch {
    return undefined; // Any script of the page may dispatch such an event.
  }
}

async function carry(ask: DraftAsk, form: string): Promise<DraftAnswer> {
  try {
    switch (ask.act) {
      case 'find':
        return await sendFromPage('drafts/find', { form });
      case 'open':
        return await sendFromPage('drafts/open', { form });
      case 'drop':
        return await sendFromPage('drafts/drop', { form });
      case 'save': {
        const { seenAtMs, title, values } = ask;
        return await sendFromPage('drafts/save', { form, page: location.href.split('#', 1)[0] ?? '', seenAtMs, title, values });
      }
      default:
        return { kind: 'refused' };
    }
  } catch {
    // Why it is not kept (switched off, too large, no room) is for the wallet to say, and not for the page to learn.
    return { kind: 'refused' };
  }
}
