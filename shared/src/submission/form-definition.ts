import * as z from 'zod/mini';
import { localizedText } from '../trust/index.ts';
import { isOwnDatum, mandateRelations } from '../vocabulary/index.ts';
import { attachmentSlot } from './attachment-slot.ts';
import { coSignerCount, formSigner } from './form-signer.ts';

/** No two entries say the same in that member: an answer would mean one thing to the page and another in the view. */
function unlikeIn<Name extends string>(name: Name) {
  return z.refine<readonly { readonly [name in Name]: unknown }[]>((all) => new Set(all.map((each) => each[name])).size === all.length);
}

/** One question of a form. `control` is the name of the control that holds its answer in the agency's page. */
export const formField = z.strictObject({
  id: z.string().check(z.regex(/^[a-z][a-z0-9-]*$/)),
  control: z.string().check(z.minLength(1)),
  label: localizedText,
  kind: z.enum(['text', 'digits', 'integer', 'date', 'choice', 'phone', 'email', 'iban', 'boolean']),
  required: z.boolean(),
  /** Id in the vocabulary, where the answer is a datum that a wallet may hold. */
  datum: z.optional(z.string().check(z.refine(isOwnDatum))),
  options: z.optional(z.array(z.strictObject({ value: z.string(), label: localizedText })).check(unlikeIn('value'))),
});
export type FormField = z.infer<typeof formField>;

export const fee = z.strictObject({ amount: z.string().check(z.regex(/^\d{1,15}$/)), currency: z.string().check(z.regex(/^[A-Z]{3}$/)) });

/**
 * Until when what was sent may be amended by whoever sent it. `until-review`: while nobody has taken it up; `until-decided`: while the agency has not
 * decided.
 */
export const amendmentRule = z.enum(['until-decided', 'until-review', 'never']);
export type AmendmentRule = z.infer<typeof amendmentRule>;

/** Who may sign in whose place. `relations`: as what; `principal`: id of the field that says, by national id, whom the form is about. */
export const formMandates = z.strictObject({
  relations: z.array(z.enum(mandateRelations)).check(
    z.minLength(1),
    z.refine((all) => new Set(all).size === all.length),
  ),
  principal: z.string(),
});

const formMembers = z.strictObject({
  type: z.literal('daricheh.form.v1'),
  id: z.string().check(z.regex(/^[a-z][a-z0-9-]*$/)),
  version: z.number().check(z.int(), z.gte(1)),
  agency: z.strictObject({ id: z.string(), name: localizedText, origin: z.url() }),
  title: localizedText,
  purpose: localizedText,
  recipients: z.array(localizedText),
  retention: z.strictObject({ days: z.number().check(z.int(), z.gte(1)), text: localizedText }),
  fee: z.optional(fee),
  /** Days within which the agency promises to decide. */
  decisionDays: z.number().check(z.int(), z.gte(1)),
  /** `until-decided` when absent. Whoever sent it may withdraw it until it is decided, whatever stands here. */
  amendments: z.optional(amendmentRule),
  fields: z.array(formField).check(z.minLength(1), z.maxLength(200), unlikeIn('id'), unlikeIn('control')),
  /** What files may go with the answers. */
  attachments: z.optional(z.array(attachmentSlot).check(z.minLength(1), z.maxLength(20), unlikeIn('id'), unlikeIn('control'))),
  /** Who must all sign it, in any order; absent where one person signs. Files cannot go with such a form: they are held for minutes, and the second signature may take days. */
  signers: z.optional(z.array(formSigner).check(z.length(coSignerCount), unlikeIn('id'))),
  /** Signing for another; absent where everybody signs for themselves. */
  mandates: z.optional(formMandates),
  /** Where the wallet sends a manifest's hash and gets a signed request back. */
  requestsUri: z.url(),
  /** Where the wallet sends the signed submission. */
  submissionsUri: z.url(),
  /** Where the wallet sends each file, once the citizen has agreed; there where files may be attached. */
  attachmentsUri: z.optional(z.url()),
  /** Where the tab goes afterwards, with `case` as a query parameter; the page itself shows the receipt when left out. */
  returnUri: z.optional(z.url()),
});
/**
 * What an agency asks in one form, why, and for how long it keeps the answers. Published as a compact JWS
 * (`typ` daricheh-form+jws) under the agency's seal; its hash is SHA-256 over the payload bytes.
 */
export const formDefinition = formMembers.check(
  z.refine(({ attachments, attachmentsUri }) => (attachments === undefined) === (attachmentsUri === undefined)),
  // One control holds an answer or files, and a problem is told of one place.
  z.refine(({ fields, attachments = [] }) => {
    const places = [...fields, ...attachments];
    return (
      new Set(places.map(({ id }) => id)).size === places.length && new Set(places.map(({ control }) => control)).size === places.length
    );
  }),
  z.refine(({ signers, attachments }) => signers === undefined || attachments === undefined),
  // Whose id an answer is must be beyond doubt: each field for one names a signer, at least one is named, and by a field that must be answered.
  z.refine(({ signers, fields }) => {
    if (signers === undefined) return true;
    const naming = signers.flatMap(({ field }) => field ?? []);
    const isNamed = (id: string) => fields.some((field) => field.id === id && field.required && field.kind === 'digits');
    const ids = fields.filter(({ datum }) => datum === 'national-id').map(({ id }) => id);
    return new Set(naming).size === naming.length && naming.length > 0 && naming.every(isNamed) && ids.every((id) => naming.includes(id));
  }),
  // Whom somebody signs for must be beyond doubt too; and of several signers, each signs for themselves.
  z.refine(({ mandates, signers, fields }) => {
    if (mandates === undefined) return true;
    const principal = fields.find(({ id }) => id === mandates.principal);
    return signers === undefined && principal?.kind === 'digits' && principal.required && principal.datum === 'national-id';
  }),
);
export type FormDefinition = z.infer<typeof formDefinition>;
