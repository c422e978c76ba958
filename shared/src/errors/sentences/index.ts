import type { ErrorCode } from '../codes.ts';
import { credentialSentences } from './credential.ts';
import { generalSentences } from './general.ts';
import { issuanceSentences } from './issuance.ts';
import { mandateSentences } from './mandate.ts';
import { presentationSentences } from './presentation.ts';
import type { Sentence } from './sentence.ts';
import { staffSentences } from './staff.ts';
import { submissionSentences } from './submission.ts';
import { vaultSentences } from './vault.ts';
import { walletSentences } from './wallet.ts';

/** The sentences of every code, in Persian and English. */
export const errorSentences: Readonly<Record<ErrorCode, Sentence>> = {
  ...generalSentences,
  ...credentialSentences,
  ...issuanceSentences,
  ...presentationSentences,
  ...staffSentences,
  ...submissionSentences,
  ...mandateSentences,
  ...vaultSentences,
  ...walletSentences,
};
