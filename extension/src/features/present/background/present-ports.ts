import type { PasskeyRing } from '../../../core/credentials/confirm-gesture.ts';
import type { PresentPorts as CorePorts } from '../../../core/credentials/present.ts';
import type { SpentNonces } from '../../../core/credentials/spent-nonces.ts';
import type { SendHttp } from '../../../core/http/http.ts';
import type { PromptPage } from '../../../core/prompts/prompt-book.ts';
import type { PromptDesk } from '../../../core/prompts/prompt-desk.ts';
import type { WalletRecords } from '../../../core/records/wallet-records.ts';
import type { AnswerDetail } from '../bridge/bridge-events.ts';

/** What showing documents needs of the rest of the wallet, and of the browser. */
export type PresentPorts = CorePorts & {
  readonly records: WalletRecords;
  readonly desk: PromptDesk;
  readonly spentNonces: SpentNonces;
  readonly passkeys: () => Promise<PasskeyRing>;
  readonly send: SendHttp;
  /** Whether the wallet works on this origin. Our script may still run where it was switched off, or was put in to fill once. */
  readonly isUsable: (origin: string) => Promise<boolean>;
  /** Whether pages may ask through `navigator.credentials`, by the citizen's settings. */
  readonly answersCalls: () => Promise<boolean>;
  /** Hands an answer to the document that asked. Throws AppError `page_gone` when it is no longer there. */
  readonly answerPage: (page: PromptPage, answer: AnswerDetail) => Promise<void>;
  readonly navigate: (tabId: number, url: string) => Promise<void>;
};
