import type { PresentationContext } from './context.ts';

/**
 * V14. Whether a key binding is needed, and what it answers to, is for the query to say, never for what is present: one
 * that is missing does not make itself unnecessary. A transaction always needs one.
 * @see OpenID4VP 1.0, sections 6.1 (`require_cryptographic_holder_binding`) and 8.4
 */
export function chooseBindingPolicy(context: PresentationContext): void {
  const { asked, transactionData, expected } = context;
  const isAsked = asked.require_cryptographic_holder_binding !== false || transactionData.length > 0;
  context.keyBinding = isAsked ? { nonce: expected.nonce, audience: expected.audience, transactionData } : null;
}
