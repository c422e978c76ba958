import { localProofFile } from '@daricheh/shared/local-proof';
import * as z from 'zod/mini';

/** A record of what was sent, as the vault keeps it (stored shape, version 1). What it says stands in its file, signed. */
export const storedProof = z.strictObject({ id: z.string(), keptAtMs: z.number(), file: localProofFile });
export type StoredProof = z.infer<typeof storedProof>;
