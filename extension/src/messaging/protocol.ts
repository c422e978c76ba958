import type { MessageEntry } from './message-entry.ts';
import { caseMessages } from './protocol/cases.ts';
import { decisionMessages } from './protocol/decisions.ts';
import { fillingMessages } from './protocol/filling.ts';
import { holdingMessages } from './protocol/holdings.ts';
import { signingMessages } from './protocol/signing.ts';
import { siteMessages } from './protocol/sites.ts';
import { vaultMessages } from './protocol/vault.ts';

/**
 * Every message that the background answers, and nothing else is: these files are the extension's attack surface. Each entry says who may send
 * it, the schema of what it carries (unknown members are refused), and the type of the answer.
 * `extension`: a page of ours. `content`: our script in a web page, which may lie about everything but its sender.
 */
export const protocol = {
  ...vaultMessages,
  ...siteMessages,
  ...decisionMessages,
  ...signingMessages,
  ...fillingMessages,
  ...holdingMessages,
  ...caseMessages,
} as const satisfies Record<string, MessageEntry>;

export type Protocol = typeof protocol;
export type MessageName = keyof Protocol;
