import { AppError } from '@daricheh/shared/errors';
import { type DraftAnswer, type DraftAsk, draftEvents } from '@daricheh/shared/submission';
import { resolveFormUri } from '../../../core/consent/form-uri.ts';
import { sendFromPage } from '../../../messaging/page-door.ts';

/** How long a click on "go on" lets the page ask for what is kept. */
const clickCountsMs = 2000;
const maxDetail = 60_000;

/**
 * Carries what the page's script asks of its form's draft to the background, and the answer back. What is kept is given after a person's own click alone. Where
 * the wallet is switched off the page hears nothing at all.
 */
export function startDrafts(send: typeof sendFromPage = sendFromPage): void {
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
    // Why something is not kept (switched off, too large, no room) is for the wallet to say, and not for the page to learn.
    void carry(ask, formUri, send)
      .then((answer) => tell(form, draftEvents.answer, JSON.stringify({ act: ask.act, ...answer })))
      .catch(() => undefined);
  };
  window.addEventListener('click', onClick, true);
  window.addEventListener(draftEvents.ask, onAsk, true);
  void announce(send);
}

/** The page's script may have asked before we were there. It is told of us only where the wallet works. */
async function announce(send: typeof sendFromPage): Promise<void> {
  const forms = document.querySelectorAll('form[data-daricheh-form]');
  const isHere =
    forms.length > 0 &&
    (await send('drafts/find', { form: document.baseURI }).then(
      () => true,
      () => false,
    ));
  for (const form of isHere ? forms : []) tell(form, draftEvents.here, '');
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

/** @throws AppError whatever the background says */
async function carry(ask: DraftAsk, form: string, send: typeof sendFromPage): Promise<DraftAnswer> {
  switch (ask.act) {
    case 'find':
      return send('drafts/find', { form });
    case 'open':
      return send('drafts/open', { form });
    case 'drop':
      return send('drafts/drop', { form });
    case 'save': {
      const { seenAtMs, title, values } = ask;
      return send('drafts/save', { form, page: location.href.split('#', 1)[0] ?? '', seenAtMs, title, values });
    }
    default:
      throw new AppError('malformed_request', { what: 'act' });
  }
}
