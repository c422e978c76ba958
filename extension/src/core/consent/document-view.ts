import type { LocalizedText } from '@daricheh/shared/trust';
import type { DescribedClaim } from './describe-claim.ts';

/** Whether a document counts, as far as the wallet knows. `unchecked`: its issuer keeps a status that was not asked for yet. */
export type DocumentState = 'valid' | 'expired' | 'revoked' | 'suspended' | 'unchecked';

/** A document as the wallet's pages show it to its holder. */
export type DocumentView = {
  readonly id: string;
  readonly vct: string;
  readonly issuer: { readonly id: string; readonly name: LocalizedText };
  readonly receivedAtMs: number;
  readonly expiresAtMs: number | null;
  readonly state: DocumentState;
  readonly checkedAtMs: number | null;
  /** Name of the person, in either script as far as it was issued; null where the document holds none. */
  readonly name: LocalizedText | null;
  /** A `data:` address; null where the document holds no picture. */
  readonly portrait: string | null;
  /** Everything else in it, in the order of its type. */
  readonly claims: readonly DescribedClaim[];
  /** The person does not exist: a document of a demonstration. */
  readonly isFictitious: boolean;
};
