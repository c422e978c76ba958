import { describe, expect, it } from 'vitest';
import { credentialSteps, keyBindingSteps } from '../../credential/index.ts';
import { testQuery } from '../../testing/index.ts';
import { answerSteps, closingSteps, openingSteps, policySteps, statusSteps, vpTokenSteps } from './response-steps.ts';
import { checkWhole } from './steps/check-whole.ts';
import { chooseBindingPolicy } from './steps/choose-binding-policy.ts';
import type { PresentationContext, VpTokenContext } from './steps/context.ts';

describe('the rules of a verifier', () => {
  it('are V1 to V29, each once, each by a name of its own', () => {
    const response = [...openingSteps, ...vpTokenSteps, ...policySteps, ...statusSteps, ...answerSteps, ...closingSteps];
    const all = [...credentialSteps, ...keyBindingSteps, ...response];
    const numbers = all.map(({ rule }) => Number(rule.slice(1))).sort((a, b) => a - b);
    expect(numbers).toEqual(Array.from({ length: 29 }, (_, at) => at + 1));
    expect(new Set(all.map(({ name }) => name)).size).toBe(29);
    expect(all.every(({ rule }) => /^V[1-9][0-9]?$/.test(rule))).toBe(true);
  });
});

const expected = { query: testQuery, nonce: 'n'.repeat(43), audience: 'x509_hash:abc', transactionData: [], issuers: [] };
const [asked] = testQuery.credentials;
if (asked === undefined) throw new Error('The test query asks for nothing.');
const presentation: PresentationContext = { text: 'a~', asked, transactionData: [], expected, ports: {} as PresentationContext['ports'] };

describe('V14: whether a key binding is asked for', () => {
  const policyOf = (changes: Partial<PresentationContext>) => {
    const context = { ...presentation, ...changes };
    chooseBindingPolicy(context);
    return context.keyBinding;
  };
  const free = { ...asked, require_cryptographic_holder_binding: false };
  const { nonce, audience } = expected;

  it('is for the query to say, which says yes by saying nothing', () => {
    expect(policyOf({})).toEqual({ nonce, audience, transactionData: [] });
    expect(policyOf({ asked: { ...asked, require_cryptographic_holder_binding: true } })).toEqual({ nonce, audience, transactionData: [] });
  });

  it('is no only where the query says so, and never with a transaction', () => {
    expect(policyOf({ asked: free })).toBeNull();
    expect(policyOf({ asked: free, transactionData: [{ encoded: 'e30' }] })).toMatchObject({ transactionData: [{ encoded: 'e30' }] });
  });
});

describe('V29: nothing unless all', () => {
  const steps = [...credentialSteps, ...keyBindingSteps].map(({ name }) => name);
  const document = (names: readonly string[], status: object | null = null) =>
    ({ format: 'dc+sd-jwt', credential: { steps: names, status } }) as unknown as NonNullable<PresentationContext['document']>;
  const keyBinding = { nonce: expected.nonce, audience: expected.audience, transactionData: [] };
  const sound: PresentationContext = { ...presentation, keyBinding, document: document(steps), status: null };
  const context = (...verified: PresentationContext[]): VpTokenContext => ({
    ...{ vpToken: {}, expected, verified },
    presentations: new Map([['identity', ['a~']]]),
  });
  const refused = expect.objectContaining({ code: 'query_not_satisfied', facts: { what: 'whole' } });

  it('holds when every presentation went through every rule', () => {
    expect(() => checkWhole(context(sound))).not.toThrow();
    expect(() =>
      checkWhole(context({ ...sound, keyBinding: null, document: document(credentialSteps.map(({ name }) => name)) })),
    ).not.toThrow();
  });

  it.each<[string, PresentationContext[]]>([
    ['a presentation was passed by', []],
    ['another was verified than was sent', [{ ...sound, text: 'b~' }]],
    ['one more was verified than was sent', [sound, sound]],
    ['a presentation was not verified', [presentation]],
    ['a rule of the credential is missing', [{ ...sound, document: document(steps.slice(1)) }]],
    ['the rules of key binding are missing', [{ ...sound, document: document(credentialSteps.map(({ name }) => name)) }]],
    ['nobody asked whether a binding is needed', [{ ...presentation, document: document(steps), status: null }]],
    ['the status was not looked up', [{ ...sound, document: document(steps, { uri: 'https://registry.example/1', index: 1 }) }]],
  ])('is refused when %s', (_what, verified) => {
    expect(() => checkWhole(context(...verified))).toThrow(refused);
  });
});
