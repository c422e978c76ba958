/**
 * The events between the hook in the page's own world and the relay in the extension's. Their details are JSON text, the
 * only thing that both worlds read alike. The page can forge each of them; so neither side believes more than it checks.
 */
export const askEvent = 'daricheh:credential-ask';
export const abortEvent = 'daricheh:credential-abort';
export const answerEvent = 'daricheh:credential-answer';
/** The relay has started; it comes after the hook, and asks for what was asked in between. */
export const readyEvent = 'daricheh:credential-ready';

export type CredentialRequest = { readonly protocol: string; readonly data: unknown };
export type AskDetail = { readonly id: string; readonly requests: readonly CredentialRequest[] };
export type AbortDetail = { readonly id: string };

/** `native`: the citizen chose another wallet, or this one is switched off here. */
export type AnswerDetail = { readonly id: string } & (
  | { readonly kind: 'response'; readonly protocol: string; readonly data: unknown }
  | { readonly kind: 'error'; readonly name: 'NotAllowedError' | 'SecurityError' | 'TypeError' }
  | { readonly kind: 'native' }
);

/** Protocols of the Digital Credentials API that the wallet answers (OpenID4VP 1.0, appendix A.1). */
export const supportedProtocols: readonly string[] = ['openid4vp-v1-unsigned', 'openid4vp-v1-signed', 'openid4vp-v1-multisigned'];

/** Most that a request may weigh as JSON text. */
export const maxRequestLength = 65_536;
