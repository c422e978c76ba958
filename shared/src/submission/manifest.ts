import * as z from 'zod/mini';
import { localizedText } from '../trust/index.ts';
import { attachment } from './attachment-slot.ts';
import { fee } from './form-definition.ts';

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

/**
 * Everything that one signature covers. Its bytes (RFC 8785) are the payload of the JWS and are kept verbatim;
 * `salt` (128 bits, base64url) makes its hash say nothing about the answers.
 */
export const manifest = z.strictObject({
  type: z.literal('daricheh.manifest.v1'),
  form: z.strictObject({ id: z.string(), version: z.number(), hash: z.string() }),
  agency: z.strictObject({ id: z.string(), name: localizedText, /** As the browser saw it. */ origin: z.string() }),
  title: localizedText,
  answers: z.array(answer).check(z.minLength(1), z.maxLength(200)),
  attachments: z.array(attachment).check(z.maxLength(200)),
  purpose: localizedText,
  recipients: z.array(localizedText),
  retention: z.strictObject({ days: z.number(), text: localizedText }),
  fee: z.optional(fee),
  locale: z.enum(['fa', 'en']),
  renderer: z.literal('daricheh.view.v1'),
  createdAt: z.iso.datetime(),
  nonce: z.string(),
  salt: z.string(),
  /** Case number of the submission that this one amends. */
  amends: z.optional(z.string()),
});
export type Manifest = z.infer<typeof manifest>;
