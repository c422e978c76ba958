import * as z from 'zod/mini';
import { localizedText } from '../trust/index.ts';
import { attachment } from './attachment-slot.ts';
import { fee } from './form-definition.ts';
import { formSigner } from './form-signer.ts';
import { signedMandate } from './signed-mandate.ts';

/** Where an answer came from. `credential`: a claim as issued. `declared`: a fact the citizen keeps in the wallet. `edited`: typed or changed in the page. */
export const answerSource = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('credential'), vct: z.string(), claim: z.array(z.string()) }),
  z.strictObject({ kind: z.literal('declared'), datum: z.string() }),
  z.strictObject({ kind: z.literal('edited') }),
]);
export type AnswerSource = z.infer<typeof answerSource>;

export const answer = z.strictObject({
  field: z.string(),
  label: localizedText,
  kind: z.string(),
  /** The normalised value, as text. */
  value: z.string(),
  /** For a choice, the words of the option chosen. */
  valueLabel: z.optional(localizedText),
  source: answerSource,
});

/** Names one submission that came earlier: its case at the same agency, and SHA-256 over its manifest's bytes, base64url. */
export const earlierSubmission = z.strictObject({
  caseNumber: z.string().check(z.minLength(1), z.maxLength(100)),
  manifestHash: z.string().check(z.regex(/^[A-Za-z0-9_-]{43}$/)),
});
export type EarlierSubmission = z.infer<typeof earlierSubmission>;

/**
 * Everything that one signature covers. Its bytes (RFC 8785) are the payload of the JWS and are kept verbatim;
 * `salt` (128 bits, base64url) makes its hash say nothing about the answers.
 */
const manifestMembers = z.strictObject({
  type: z.literal('daricheh.manifest.v1'),
  form: z.strictObject({ id: z.string(), version: z.number(), hash: z.string() }),
  agency: z.strictObject({ id: z.string(), name: localizedText, /** As the browser saw it. */ origin: z.string() }),
  title: localizedText,
  answers: z.array(answer).check(z.maxLength(200)),
  attachments: z.array(attachment).check(z.maxLength(200)),
  purpose: localizedText,
  recipients: z.array(localizedText),
  retention: z.strictObject({ days: z.number(), text: localizedText }),
  fee: z.optional(fee),
  /** As the definition says; absent where one person signs. */
  signers: z.optional(z.array(formSigner)),
  /** In whose place the signer signs; absent where it is their own matter. */
  mandate: z.optional(signedMandate),
  locale: z.enum(['fa', 'en']),
  renderer: z.literal('daricheh.view.v1'),
  createdAt: z.iso.datetime(),
  nonce: z.string(),
  salt: z.string(),
  /** The submission in whose place this one comes. */
  amends: z.optional(earlierSubmission),
  /** The submission that this one takes back: it asks for nothing else, and so holds no answer. */
  withdraws: z.optional(earlierSubmission),
});
export const manifest = manifestMembers.check(
  z.refine(({ answers, attachments, amends, withdraws }) =>
    withdraws === undefined ? answers.length > 0 : answers.length + attachments.length === 0 && amends === undefined,
  ),
);
export type Manifest = z.infer<typeof manifest>;
