import { formMapLimits } from '@daricheh/shared/form-map';
import * as z from 'zod/mini';

/**
 * What is kept of an agency's form map (stored shape, version 1), in the vault, since it tells which site was looked at and when. Its id is drawn at random, since ids lie beside
 * the sealed item.
 */
export const storedFormMap = z.strictObject({
  version: z.literal(1),
  id: z.string().check(z.minLength(1), z.maxLength(64)),
  origin: z.string().check(z.maxLength(300)),
  /** The greatest version of the map that was ever in use here; 0 where none was. */
  lastVersion: z.number().check(z.int(), z.gte(0)),
  /** As the agency signed it: it is verified again at each use. Null where the agency has none. */
  token: z.nullable(z.string().check(z.maxLength(formMapLimits.chars))),
  /** Not before this time is it looked for again. */
  nextLookAtMs: z.number(),
});
export type StoredFormMap = z.infer<typeof storedFormMap>;

/** Where it is kept. Both throw AppError `vault_locked` while the vault is not open. */
export type FormMapStore = {
  readonly list: () => Promise<readonly StoredFormMap[]>;
  readonly put: (stored: StoredFormMap) => Promise<void>;
};
