import type { FormSigner } from './form-signer.ts';
import type { Manifest } from './manifest.ts';

type SignedBy = Pick<Manifest, 'answers' | 'signers'>;

/** The national id that a form names for that role; null where it leaves it open. */
export function findNamedSigner({ answers }: Pick<Manifest, 'answers'>, { field }: FormSigner): string | null {
  return answers.find((answer) => answer.field === field)?.value ?? null;
}

/**
 * As what this person signs a form: the role that the form names them for, else one that it leaves open; undefined where
 * neither is free. Null for a form that one person signs, who has no role.
 * @param taken ids of roles in which others have signed
 */
export function findSignerRole(manifest: SignedBy, nationalId: string, taken: readonly string[] = []): FormSigner | null | undefined {
  if (manifest.signers === undefined) return null;
  const free = manifest.signers.filter(({ id }) => !taken.includes(id));
  const named = free.find((role) => findNamedSigner(manifest, role) === nationalId);
  return named ?? free.find(({ field }) => field === undefined);
}
