import * as z from 'zod/mini';
import { storedCredential1 } from './stored/version-1.ts';
import { migrateFrom1, type StoredCredential2, storedCredential2 } from './stored/version-2.ts';

/**
 * One document. What an older version of the wallet kept is read as if it had been kept by this one, and is rewritten
 * when it next changes: at every moment there is one whole document, in one of the shapes.
 */
export const storedCredential: z.ZodMiniType<StoredCredential2> = z.union([
  storedCredential2,
  z.pipe(storedCredential1, z.transform(migrateFrom1)),
]);
export type StoredCredential = StoredCredential2;
export type CredentialInstance = StoredCredential['instances'][number];
export type CredentialStanding = NonNullable<StoredCredential['standing']>;

/** A copy to read the document by: all say the same. */
export function readableInstance({ instances }: Pick<StoredCredential, 'instances'>): CredentialInstance {
  const [first] = instances;
  // The schema demands one at least.
  if (!first) throw new RangeError('a stored credential without instances');
  return first;
}
