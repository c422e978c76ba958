import { checkAnswers } from './check-answers.ts';
import type { FormDefinition } from './form-definition.ts';
import type { Manifest } from './manifest.ts';

export type ManifestParts = {
  readonly definition: FormDefinition;
  /** SHA-256 over the bytes of the definition as they were signed, base64url. */
  readonly formHash: string;
  /** Of the page, as the browser saw it. */
  readonly origin: string;
  /** In their normal form; order does not matter. */
  readonly answers: readonly Manifest['answers'][number][];
  readonly attachments?: Manifest['attachments'];
  readonly locale: Manifest['locale'];
  readonly createdAt: Date;
  /** 128 bits or more, base64url. */
  readonly nonce: string;
  /** 128 bits or more, base64url, of a draw of its own: it keeps the manifest's hash from telling the answers. */
  readonly salt: string;
  /** Case number of the submission that this one amends. */
  readonly amends?: string;
};

/**
 * The manifest of one form: what the definition says of itself, and the answers in the definition's order.
 * @throws AppError `answer_missing`, `answer_invalid` when the answers do not fit the definition (see `checkAnswers`)
 */
export function buildManifest(parts: ManifestParts): Manifest {
  const { definition, answers, amends } = parts;
  checkAnswers(definition, answers);
  return {
    type: 'daricheh.manifest.v1',
    form: { id: definition.id, version: definition.version, hash: parts.formHash },
    agency: { id: definition.agency.id, name: definition.agency.name, origin: parts.origin },
    title: definition.title,
    answers: definition.fields.flatMap(({ id }) => answers.filter(({ field }) => field === id)),
    attachments: parts.attachments ?? [],
    purpose: definition.purpose,
    recipients: [...definition.recipients],
    retention: definition.retention,
    ...(definition.fee === undefined ? {} : { fee: definition.fee }),
    locale: parts.locale,
    renderer: 'daricheh.view.v1',
    createdAt: parts.createdAt.toISOString(),
    nonce: parts.nonce,
    salt: parts.salt,
    ...(amends === undefined ? {} : { amends }),
  };
}
