import type { LocalizedText } from '@daricheh/shared/trust';

/**
 * What vouches for a value that the wallet holds, for its holder's eyes alone: the document's type and claim, who issued it, and how fresh it is; or when the
 * citizen said so. Times in milliseconds since 1970. `issuedAtMs`: null where the document does not say; `expiresAtMs`: null where it has no end.
 */
export type Provenance =
  | {
      readonly kind: 'issued';
      readonly vct: string;
      readonly claim: readonly string[];
      readonly issuer: LocalizedText;
      readonly issuedAtMs: number | null;
      readonly receivedAtMs: number;
      readonly expiresAtMs: number | null;
    }
  | { readonly kind: 'declared'; readonly declaredAtMs: number };
