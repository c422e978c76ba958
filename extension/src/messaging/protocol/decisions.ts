import { passkeyAssertion } from '@daricheh/shared/submission';
import * as z from 'zod/mini';
import type { GestureRequest, PreparedReceipt, PromptView, ReceiptStage } from '../../core/consent/prompt-view.ts';
import { type MessageEntry, returns } from '../message-entry.ts';
import { promptId } from './shapes.ts';

/** A link that a page hands to a wallet. */
const walletLink = z.strictObject({ href: z.string().check(z.maxLength(16_384)) });

/** The window in which the citizen decides, and what issuers and agencies ask for: receiving documents, presenting them. */
export const decisionMessages = {
  'consent/view': { from: 'extension', request: promptId, response: returns<PromptView>() },
  'consent/standing': { from: 'extension', request: promptId, response: returns<'open' | 'gone' | 'timed-out' | 'closed'>() },
  'consent/deny': { from: 'extension', request: promptId, response: returns<null>() },

  'receive/follow': { from: 'content', request: walletLink, response: returns<null>() },
  /** `txCode`: the second code, where the offer asks for one. */
  'receive/prepare': {
    from: 'extension',
    request: z.strictObject({ id: z.string(), txCode: z.nullable(z.string().check(z.minLength(1), z.maxLength(64))) }),
    response: returns<PreparedReceipt>(),
  },
  /** Opens the issuer's page for signing in, in a tab of its own; what comes of it, `receive/stage` tells. */
  'receive/sign-in': { from: 'extension', request: promptId, response: returns<null>() },
  'receive/stage': { from: 'extension', request: promptId, response: returns<ReceiptStage>() },
  'receive/accept': {
    from: 'extension',
    request: z.strictObject({ id: z.string(), assertion: z.nullable(passkeyAssertion) }),
    response: returns<{ count: number }>(),
  },

  'present/ask': {
    from: 'content',
    request: z.strictObject({ requestId: z.string().check(z.maxLength(64)), requests: z.string().check(z.maxLength(65_536)) }),
    response: returns<'waiting' | 'native' | 'refused'>(),
    maxLength: 140_000,
  },
  'present/abort': {
    from: 'content',
    request: z.strictObject({ requestId: z.string().check(z.maxLength(64)) }),
    response: returns<null>(),
  },
  'present/follow': { from: 'content', request: walletLink, response: returns<null>() },
  'present/prepare': { from: 'extension', request: promptId, response: returns<GestureRequest | null>() },
  'present/approve': {
    from: 'extension',
    request: z.strictObject({ id: z.string(), selected: z.array(z.string()), assertion: z.nullable(passkeyAssertion) }),
    response: returns<{ goesOn: boolean }>(),
  },
  'present/pass': { from: 'extension', request: promptId, response: returns<null>() },
} as const satisfies Record<string, MessageEntry>;
