import {
  type AnswerDetail,
  type AskDetail,
  abortEvent,
  answerEvent,
  askEvent,
  type CredentialRequest,
  maxRequestLength,
  readyEvent,
  supportedProtocols,
} from './bridge-events.ts';
import { isOtherName } from './other-name.ts';

type DigitalOptions = CredentialRequestOptions & { readonly digital?: unknown };

/** What the hook uses of the page's world, taken before the page's first script can replace any of it. */
type Kept = {
  readonly nativeGet: (options?: CredentialRequestOptions) => Promise<Credential | null>;
  readonly dispatch: (name: string, detail: unknown) => void;
  readonly listen: (name: string, listener: (detail: unknown) => void) => void;
  readonly parse: typeof JSON.parse;
  readonly stringify: typeof JSON.stringify;
  readonly newId: () => string;
  readonly credentialPrototype: object;
};

/** Calls that wait for an answer, by their id. */
type Pending = Map<string, { readonly detail: AskDetail; readonly resolve: (answer: AnswerDetail) => void }>;

/**
 * Lets the wallet answer `navigator.credentials.get({ digital })` in this page. Every other call, and one that names no
 * protocol of ours, goes to the browser as before. Runs in the page's world before its scripts; a page that breaks the
 * hook on purpose loses the wallet, and gains nothing: all that counts is checked on the other side.
 */
export function installHook(): void {
  if (isOtherName(location.hostname)) return;
  const kept = keep();
  const pending: Pending = new Map();
  kept.listen(answerEvent, (detail) => {
    const answer = kept.parse(String(detail)) as AnswerDetail;
    pending.get(answer.id)?.resolve(answer);
  });
  kept.listen(readyEvent, () => {
    for (const { detail } of pending.values()) kept.dispatch(askEvent, detail);
  });
  let passOnce = false;

  function get(this: CredentialsContainer, options?: DigitalOptions): Promise<Credential | null> {
    const callNative = () => Reflect.apply(kept.nativeGet, this, [options]);
    let requests: CredentialRequest[];
    try {
      requests = readRequests(options);
    } catch (error) {
      // What the page's own getters and proxies throw; the browser's call rejects with it too, and never throws (Web IDL, promise types).
      return Promise.reject(error);
    }
    if (requests.length === 0) return callNative();
    if (passOnce) {
      passOnce = false;
      return callNative();
    }
    return ask(kept, pending, requests, options?.signal).then((answer) => {
      if (answer.kind === 'response') return makeCredential(kept, answer);
      if (answer.kind === 'error') throw makeError(answer.name);
      // The browser's own chooser wants a fresh click; when this one has grown too old, the next call passes through.
      if (navigator.userActivation?.isActive !== false) return callNative();
      passOnce = true;
      throw makeError('NotAllowedError');
    });
  }
  Object.defineProperty(get, 'name', { value: 'get' });
  CredentialsContainer.prototype.get = get;
}

function keep(): Kept {
  const { dispatchEvent, addEventListener } = window;
  const { parse, stringify } = JSON;
  const { randomUUID } = crypto;
  const cryptoObject = crypto;
  const NativeEvent = CustomEvent;
  const credential: unknown = Reflect.get(window, 'DigitalCredential');
  return {
    nativeGet: CredentialsContainer.prototype.get,
    dispatch: (name, detail) => void Reflect.apply(dispatchEvent, window, [new NativeEvent(name, { detail: stringify(detail) })]),
    listen: (name, listener) =>
      void Reflect.apply(addEventListener, window, [name, (event: Event) => event instanceof NativeEvent && listener(event.detail), true]),
    parse,
    stringify,
    newId: () => Reflect.apply(randomUUID, cryptoObject, []),
    credentialPrototype: typeof credential === 'function' ? credential.prototype : Object.prototype,
  };
}

function readRequests(options: DigitalOptions | undefined): CredentialRequest[] {
  const digital = options?.digital;
  const requests: unknown = typeof digital === 'object' && digital !== null && 'requests' in digital ? digital.requests : undefined;
  return Array.isArray(requests) ? requests.filter(isSupported) : [];
}

function isSupported(request: unknown): request is CredentialRequest {
  return typeof request === 'object' && request !== null && 'protocol' in request && supportedProtocols.includes(String(request.protocol));
}

function ask(kept: Kept, pending: Pending, requests: readonly CredentialRequest[], signal: AbortSignal | undefined): Promise<AnswerDetail> {
  const id = kept.newId();
  return new Promise<AnswerDetail>((resolve, reject) => {
    signal?.throwIfAborted();
    const detail = { id, requests: requests.map(({ protocol, data }) => ({ protocol, data })) };
    if (kept.stringify(detail).length > maxRequestLength) throw new TypeError('The request is too large.');
    pending.set(id, { detail, resolve });
    signal?.addEventListener('abort', () => {
      kept.dispatch(abortEvent, { id });
      reject(signal.reason);
    });
    kept.dispatch(askEvent, detail);
  }).finally(() => pending.delete(id));
}

function makeCredential(kept: Kept, answer: { readonly protocol: string; readonly data: unknown }): Credential {
  const members = { id: '', type: 'digital', protocol: answer.protocol, data: answer.data };
  const descriptors = Object.fromEntries(Object.entries(members).map(([name, value]) => [name, { value, enumerable: true }]));
  return Object.create(kept.credentialPrototype, descriptors) as Credential;
}

function makeError(name: 'NotAllowedError' | 'SecurityError' | 'TypeError'): Error {
  return name === 'TypeError' ? new TypeError('The request could not be read.') : new DOMException('The request was not allowed.', name);
}
