import { AppError } from '../errors/index.ts';
import { checkSigners, decodeSubmissionHeader, type HeldSignature, type SingleSubmissionFile } from '../submission/index.ts';
import { Examination, notChecked, type Told } from './examination.ts';
import { type CheckedRule, checkedRules, type Finding } from './finding.ts';
import type { Signed } from './scene.ts';

/** What came of one signature. */
export type Part = {
  readonly signed: Signed | undefined;
  /** Who signed and as what; null where that does not hold. */
  readonly held: HeldSignature | null;
  readonly findings: readonly Finding[];
  /** Id of the role in which it says that it was made; null where it says none. */
  readonly role: string | null;
};

/** Rules that are about the form or the agency, and so say the same whichever signature is looked at. */
const ofForm: ReadonlySet<CheckedRule> = new Set<CheckedRule>([
  ...(['manifest', 'form', 'terms', 'answers', 'attachments', 'attachment', 'receipt'] as const),
  ...(['earlier', 'earlier-file', 'log', 'root', 'registered'] as const),
]);

/** As what a signature says that it was made. Believed once the signature holds. */
export function readRole({ envelope }: SingleSubmissionFile): string | null {
  try {
    return decodeSubmissionHeader(envelope.jws.protected).signer_role ?? null;
  } catch (error) {
    // The rule `signature` says what is wrong with the header.
    if (error instanceof AppError) return null;
    throw error;
  }
}

/** The findings on all signatures in the order in which a report tells them: what is about the form once, what is about a signature with its name. */
export async function joinParts(parts: readonly Part[]): Promise<readonly Finding[]> {
  const together = new Examination();
  const [first] = parts;
  if (parts.length > 1 || first?.signed?.manifest.signers !== undefined) await together.look('signers', [], () => tellSigners(parts));
  if (parts.length < 2) return sort([...(first?.findings ?? []), ...together.findings]);
  const own = parts.flatMap((part, index) =>
    part.findings.filter(({ rule }) => !ofForm.has(rule)).map((finding) => ({ ...finding, signature: nameSignature(part, index + 1) })),
  );
  return sort([...(first?.findings.filter(({ rule }) => ofForm.has(rule)) ?? []), ...own, ...together.findings]);
}

/** Rule `signers`: all who must sign have, each once, and nobody twice. */
function tellSigners(parts: readonly Part[]): Told {
  const held = parts.flatMap((part) => part.held ?? []);
  if (held.length < parts.length) return notChecked('needs', { needs: 'subject' });
  checkSigners(parts[0]?.signed?.manifest ?? {}, held);
  return { facts: { count: held.length } };
}

function nameSignature({ signed, role }: Part, place: number): NonNullable<Finding['signature']> {
  return { place, role: signed?.manifest.signers?.find(({ id }) => id === role)?.label ?? null };
}

function sort(findings: readonly Finding[]): readonly Finding[] {
  return [...findings].sort((a, b) => checkedRules.indexOf(a.rule) - checkedRules.indexOf(b.rule));
}
