import { addStatusLine, type StatusLine } from './status-line.ts';
import { problemMember, type Words, wordsOf } from './words.ts';

/** The wallet or the browser, as far as signing in needs it. */
export type Wallet = { readonly get: (options: { mediation: 'required'; digital: { requests: readonly unknown[] } }) => Promise<unknown> };

/** What signing in needs of the page: the wallet (undefined where the browser has none), the server, and where to go. */
export type SignInPorts = {
  readonly wallet: Wallet | undefined;
  readonly fetch: (path: string, init: RequestInit) => Promise<Response>;
  readonly go: (path: string | undefined) => void;
};

type Failure = { readonly kind: 'no-wallet' | 'refused' | 'failed' | 'offline' } | { readonly kind: 'problem'; readonly words: string };
export type SignInOutcome = { readonly kind: 'signed-in' } | Failure;

/**
 * Shows a button that declares a registered use (`data-daricheh-sign-in="<use>"`) and makes it sign the visitor in. Then
 * the event `daricheh:signed-in` is dispatched on it; unless a listener prevents that, the page goes to
 * `data-daricheh-then`, or reloads.
 */
export function prepareSignIn(button: HTMLButtonElement, ports: SignInPorts): void {
  const words = wordsOf(button.ownerDocument);
  const status = addStatusLine(button);
  button.hidden = false;
  button.addEventListener('click', () => {
    button.disabled = true;
    status.say(words.asking);
    void signIn(button.dataset['darichehSignIn'] ?? '', problemMember(button.ownerDocument), ports).then((outcome) => {
      button.disabled = false;
      finish(button, outcome, { status, words, ports });
    });
  });
}

function finish(
  button: HTMLButtonElement,
  outcome: SignInOutcome,
  { status, words, ports }: { status: StatusLine; words: Words; ports: SignInPorts },
): void {
  if (outcome.kind !== 'signed-in') {
    status.say(describe(outcome, words), 'bad');
    button.focus();
    return;
  }
  status.say(words.signedIn, 'good');
  const goesOn = button.dispatchEvent(new CustomEvent('daricheh:signed-in', { bubbles: true, cancelable: true }));
  if (goesOn) ports.go(ownPath(button.dataset['darichehThen']));
}

function describe(outcome: Failure, words: Words): string {
  switch (outcome.kind) {
    case 'problem':
      return outcome.words === '' ? words.failed : outcome.words;
    case 'no-wallet':
      return words.noWallet;
    default:
      return words[outcome.kind];
  }
}

/** Asks the server for a request, the wallet for its answer, and hands that to the server, which opens the session. Never throws. */
export async function signIn(use: string, member: 'title' | 'title_fa', ports: SignInPorts): Promise<SignInOutcome> {
  if (ports.wallet === undefined) return { kind: 'no-wallet' };
  const asked = await post('/daricheh/verifier/requests', { use, channel: 'dc_api' }, member, ports);
  if (asked.kind !== 'ok') return asked;
  const { id, request } = asked.body;
  if (typeof id !== 'string') return { kind: 'failed' };
  const answered = await askWallet(ports.wallet, request);
  if (answered.kind !== 'ok') return answered;
  const taken = await post(
    `/daricheh/verifier/requests/${encodeURIComponent(id)}/dc-response`,
    { response: answered.response },
    member,
    ports,
  );
  return taken.kind === 'ok' ? { kind: 'signed-in' } : taken;
}

async function askWallet(wallet: Wallet, request: unknown): Promise<Failure | { kind: 'ok'; response: string }> {
  try {
    const response = readResponse(await wallet.get({ mediation: 'required', digital: { requests: [request] } }));
    return response === undefined ? { kind: 'no-wallet' } : { kind: 'ok', response };
  } catch (error) {
    const name = error instanceof Error || error instanceof DOMException ? error.name : '';
    if (name === 'NotAllowedError' || name === 'AbortError') return { kind: 'refused' };
    // A browser that does not know digital credentials says one of these.
    return { kind: name === 'NotSupportedError' || name === 'TypeError' ? 'no-wallet' : 'failed' };
  }
}

/** The encrypted answer in a DigitalCredential: an object, or JSON text in older browsers. */
function readResponse(credential: unknown): string | undefined {
  const { data } = membersOf(credential);
  const { response } = membersOf(typeof data === 'string' ? parseJson(data) : data);
  return typeof response === 'string' ? response : undefined;
}

async function post(
  path: string,
  body: unknown,
  member: 'title' | 'title_fa',
  ports: SignInPorts,
): Promise<Failure | { kind: 'ok'; body: Record<string, unknown> }> {
  try {
    const answer = await ports.fetch(path, {
      method: 'POST',
      credentials: 'same-origin',
      headers: { 'Content-Type': 'application/json', Accept: 'application/json' },
      body: JSON.stringify(body),
    });
    const members = membersOf(parseJson(await answer.text()));
    return answer.ok ? { kind: 'ok', body: members } : { kind: 'problem', words: String(members[member] ?? '') };
  } catch {
    // The connection failed or broke off: nothing is known but that.
    return { kind: 'offline' };
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined; // An empty answer or a page: it has none of the members looked for.
  }
}

function membersOf(value: unknown): Record<string, unknown> {
  // Not spread: the members of a DigitalCredential are getters of its prototype.
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}

/** A path of this very site; anything else is dropped, and the page reloads. */
function ownPath(path: string | undefined): string | undefined {
  return path !== undefined && /^\/(?![/\\])/.test(path) ? path : undefined;
}
