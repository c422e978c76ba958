import { checkAnswers } from './check-answers.ts';
import { checkAttachments } from './check-attachments.ts';
import { checkMandateTerms } from './check-mandate-terms.ts';
import { checkStandsAlone } from './find-earlier.ts';
import type { FormDefinition } from './form-definition.ts';
import type { EarlierSubmission, Manifest } from './manifest.ts';

type CommonParts = {
  readonly definition: FormDefinition;
  /** SHA-256 over the bytes of the definition as they were signed, base64url. */
  readonly formHash: string;
  /** Of the page, as the browser saw it. */
  readonly origin: string;
  readonly locale: Manifest['locale'];
  readonly createdAt: Date;
  /** 128 bits or more, base64url. */
  readonly nonce: string;
  /** 128 bits or more, base64url, of a draw of its own: it keeps the manifest's hash from telling the answers. */
  readonly salt: string;
  /** In whose place it is signed (see `describeMandate`). */
  readonly mandate?: Manifest['mandate'];
};

export type ManifestParts = CommonParts & {
  /** In their normal form; order does not matter. */
  readonly answers: readonly Manifest['answers'][number][];
  /** Order does not matter but within a slot. */
  readonly attachments?: Manifest['attachments'];
  /** The submission in whose place this one comes. */
  readonly amends?: EarlierSubmission;
};

export type WithdrawalParts = CommonParts & { readonly withdraws: EarlierSubmission };

/**
 * The manifest of one form: what the definition says of itself, and answers and attachments in the definition's order.
 * @throws AppError `answer_missing`, `answer_invalid` when the answers do not fit the definition (see `checkAnswers`);
 * `attachment_missing`, `attachment_invalid` when the attachments do not (see `checkAttachments`); `co_signed_fixed` (see `checkStandsAlone`);
 * `mandate_not_accepted`, `mandate_relation_refused`, `mandate_wrong_principal` (see `checkMandateTerms`)
 */
export function buildManifest(parts: ManifestParts): Manifest {
  const { definition, answers, attachments = [], amends } = parts;
  checkAnswers(definition, answers);
  checkAttachments(definition, attachments);
  checkStandsAlone({ ...definition, ...(amends && { amends }) });
  const manifest: Manifest = {
    ...describeForm(parts),
    answers: definition.fields.flatMap(({ id }) => answers.filter(({ field }) => field === id)),
    attachments: (definition.attachments ?? []).flatMap(({ id }) => attachments.filter(({ slot }) => slot === id)),
    ...(definition.fee === undefined ? {} : { fee: definition.fee }),
    ...(amends === undefined ? {} : { amends }),
  };
  checkMandateTerms(definition, manifest);
  return manifest;
}

/**
 * The manifest that takes an earlier submission back: under the form's own terms, without answers, and free of its fee.
 * @throws AppError `co_signed_fixed` (see `checkStandsAlone`); `mandate_not_accepted`, `mandate_relation_refused` (see `checkMandateTerms`)
 */
export function buildWithdrawal({ withdraws, ...parts }: WithdrawalParts): Manifest {
  checkStandsAlone({ ...parts.definition, withdraws });
  const manifest: Manifest = { ...describeForm(parts), answers: [], attachments: [], withdraws };
  checkMandateTerms(parts.definition, manifest);
  return manifest;
}

/** What every manifest of a form says of it, and of the moment. */
function describeForm({ definition, ...parts }: CommonParts): Omit<Manifest, 'answers' | 'attachments' | 'fee' | 'amends' | 'withdraws'> {
  return {
    type: 'daricheh.manifest.v1',
    form: { id: definition.id, version: definition.version, hash: parts.formHash },
    agency: { id: definition.agency.id, name: definition.agency.name, origin: parts.origin },
    title: definition.title,
    purpose: definition.purpose,
    recipients: [...definition.recipients],
    retention: definition.retention,
    ...(definition.signers === undefined ? {} : { signers: definition.signers }),
    ...(parts.mandate === undefined ? {} : { mandate: parts.mandate }),
    locale: parts.locale,
    renderer: 'daricheh.view.v1',
    createdAt: parts.createdAt.toISOString(),
    nonce: parts.nonce,
    salt: parts.salt,
  };
}
