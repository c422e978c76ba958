import { type AnswerDetail, abortEvent, answerEvent, askEvent, maxRequestLength, readyEvent } from '../bridge/bridge-events.ts';

/** What the relay hands to the background: the page's own words, as text, checked there against a schema. */
export type RelayPorts = {
  /** Opens the question; answers at once with whether it waits for the citizen now. */
  readonly ask: (request: { readonly requestId: string; readonly requests: string }) => Promise<'waiting' | 'native' | 'refused'>;
  readonly abort: (requestId: string) => Promise<void>;
};

/**
 * Carries requests for credentials from the page to the background. Refused here already: a call without a fresh click of
 * a person, and a frame to which the page has not delegated the right to ask.
 * @returns hands an answer of the background to the page
 */
export function startRelay(ports: RelayPorts): (answer: AnswerDetail) => void {
  const answerPage = (answer: AnswerDetail) => void window.dispatchEvent(new CustomEvent(answerEvent, { detail: JSON.stringify(answer) }));
  const refuse = (id: string) => answerPage({ id, kind: 'error', name: 'NotAllowedError' });

  async function relay(id: string, requests: string): Promise<void> {
    if (navigator.userActivation?.isActive === false || !mayAsk()) return refuse(id);
    const state = await ports.ask({ requestId: id, requests });
    if (state === 'native') answerPage({ id, kind: 'native' });
    if (state === 'refused') refuse(id);
  }

  listen(askEvent, (detail) => relay(detail.id, JSON.stringify(detail.requests ?? [])).catch(() => refuse(detail.id)));
  listen(abortEvent, (detail) => ports.abort(detail.id));
  window.dispatchEvent(new CustomEvent(readyEvent, { detail: '{}' }));
  return answerPage;
}

function listen(name: string, handle: (detail: { readonly id: string; readonly requests?: unknown }) => Promise<void>): void {
  const listener = (event: Event) => {
    const detail = event instanceof CustomEvent ? readDetail(event.detail) : undefined;
    if (!detail) return;
    event.stopImmediatePropagation();
    void handle(detail);
  };
  window.addEventListener(name, listener, true);
}

function readDetail(detail: unknown): { readonly id: string; readonly requests?: unknown } | undefined {
  if (typeof detail !== 'string' || detail.length > maxRequestLength) return undefined;
  try {
    const value: unknown = JSON.parse(detail);
    if (typeof value !== 'object' || value === null || !('id' in value) || typeof value.id !== 'string') return undefined;
    return { id: value.id, ...('requests' in value && { requests: value.requests }) };
  } catch {
    // Not ours: the hook writes JSON. Whoever else dispatches such an event gets no answer.
    return undefined;
  }
}

/** A frame of another origin may ask only where the page has said so (`allow="digital-credentials-get"`). */
function mayAsk(): boolean {
  if (window.top === window) return true;
  const policy: unknown = Reflect.get(document, 'featurePolicy');
  if (typeof policy !== 'object' || policy === null || !('allowsFeature' in policy)) return isSameOriginAsTop();
  return typeof policy.allowsFeature === 'function' && Reflect.apply(policy.allowsFeature, policy, ['digital-credentials-get']) === true;
}

function isSameOriginAsTop(): boolean {
  try {
    return window.top?.location.origin === window.location.origin;
  } catch {
    // Reading the location of another origin throws: that is the answer.
    return false;
  }
}
