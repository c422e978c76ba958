import type { InflateZlib } from '@daricheh/shared/credential';
import type { SubmissionEnvelope } from '@daricheh/shared/submission';
import type { Deps } from '../deps.ts';
import type { StampOutcome } from '../storage/evidence.ts';
import type { Trust } from '../trust/trust.ts';
import type { AskPorts } from './ask-authority.ts';

export type LookPorts = AskPorts &
  Pick<Deps, 'verifyP256'> &
  Pick<Trust, 'verifyChain' | 'lookUpStatus'> & { readonly inflate: InflateZlib };

/** What a look at a signature found: what the case is to say of it, by a word that events bear and logs write. */
export type Found = Omit<StampOutcome, 'event' | 'at'> & {
  readonly happened?: 'time-stamped' | 'time-stamp-renewed' | 'time-stamp-unprovable';
};

/** A signature that is due, with all that is kept of it. */
export type DueSignature = {
  readonly envelope: SubmissionEnvelope;
  readonly statusToken: string | null;
  /** Of the mandate; null where it was signed under none. */
  readonly mandateStatusToken: string | null;
  /** Address of the authority. */
  readonly authority: string;
};
