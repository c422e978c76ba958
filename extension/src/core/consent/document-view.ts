import type { ErrorCode } from '@daricheh/shared/errors';
import type { LocalizedText } from '@daricheh/shared/trust';
import type { MandateRelation } from '@daricheh/shared/vocabulary';
import type { NamedAgency } from './asker.ts';
import type { DescribedClaim } from './describe-claim.ts';

/** Whether a document counts, as far as the wallet knows. `unchecked`: its issuer keeps a status that was not asked for yet. */
export type DocumentState = 'valid' | 'expired' | 'revoked' | 'suspended' | 'unchecked';

/** A document as the wallet's pages show it to its holder. */
export type DocumentView = {
  readonly id: string;
  readonly vct: string;
  /** What its issuer calls it; null where it does not say. */
  readonly issuerName: LocalizedText | null;
  /** Colours of its card, `#rrggbb`, readable on each other. */
  readonly look: { readonly background: string; readonly text: string };
  readonly issuer: { readonly id: string; readonly name: LocalizedText };
  readonly receivedAtMs: number;
  /** When its copies were last replaced by new ones; null where they never were. */
  readonly renewedAtMs: number | null;
  readonly expiresAtMs: number | null;
  readonly state: DocumentState;
  readonly checkedAtMs: number | null;
  /** When the issuer could last not be asked; null once it could. */
  readonly checkFailedAtMs: number | null;
  /** Why it stopped being valid, as long as the citizen has not seen it. */
  readonly news: { readonly reason: 'revoked' | 'suspended' | 'expired'; readonly atMs: number } | null;
  /** Copies that are shown once each; null where one is shown again and again. */
  readonly copies: CopiesView | null;
  /** Whether new ones come without the citizen. */
  readonly renewsItself: boolean;
  /** It counts, ends within thirty days, and none but the citizen can renew it. */
  readonly isRenewalDue: boolean;
  /** Name of the person, in either script as far as it was issued; null where the document holds none. */
  readonly name: LocalizedText | null;
  /** For whom its holder acts, as what, and until the end of which day (ISO 8601), where it is a mandate; null where it is none. */
  readonly actsFor: { readonly name: LocalizedText; readonly relation: MandateRelation; readonly lastDay: string } | null;
  /** What titles its card, the first in large letters. */
  readonly title: readonly DescribedClaim[];
  /** A `data:` address; null where the document holds no picture. */
  readonly portrait: string | null;
  /** Everything else in it, in the order of its type. */
  readonly claims: readonly DescribedClaim[];
  /** Where documents of its type were last shown, newest first. */
  readonly shown: readonly { readonly atMs: number; readonly origin: string; readonly agency: NamedAgency | null }[];
  /** The person does not exist: a document of a demonstration. */
  readonly isFictitious: boolean;
};

/** `reusedAtMs`: when one was shown a second time, for want of new ones. `failure`: why the last try to get new ones failed. */
export type CopiesView = {
  readonly unused: number;
  readonly total: number;
  readonly reusedAtMs: number | null;
  readonly failure: ErrorCode | null;
};
