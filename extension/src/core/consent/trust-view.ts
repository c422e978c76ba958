import type { ErrorCode } from '@daricheh/shared/errors';
import type { Freshness } from '@daricheh/shared/trust';

/** What the citizen is told of the trust list in use. `none`: this build pins none. */
export type TrustView =
  | { readonly kind: 'none' }
  | {
      readonly kind: 'listed';
      readonly serial: number;
      readonly issuedAtMs: number;
      readonly nextUpdateMs: number;
      /** From then on nothing is released by it. */
      readonly usableUntilMs: number;
      readonly freshness: Freshness;
      /** Whence it came: with the extension, or from where it is published. */
      readonly source: 'build' | 'published';
      /** Where newer editions are looked for. */
      readonly location: string;
      /** When one was looked for last; null when never. */
      readonly lookedAtMs: number | null;
      /** What went wrong then, or stands in the way of using the list at all; null when nothing. */
      readonly failure: ErrorCode | null;
    };
