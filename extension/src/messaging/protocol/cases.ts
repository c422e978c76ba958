import * as z from 'zod/mini';
import type { CaseLine, ReceiptView } from '../../core/cases/list-cases.ts';
import type { NamedAgency } from '../../core/consent/asker.ts';
import type { SubmissionOutcome } from '../../core/consent/prompt-view.ts';
import type { OfferView, ProofLine, ProofView } from '../../core/proofs/proof-view.ts';
import { sentForm } from '../../core/proofs/sent-form.ts';
import { type MessageEntry, returns } from '../message-entry.ts';
import { itemId, nothing } from './shapes.ts';

/** What was sent: cases, and records of what was sent to sites that acknowledge nothing (proofs). */
export const caseMessages = {
  'cases/list': {
    from: 'extension',
    request: nothing,
    response: returns<{ cases: readonly CaseLine[]; damaged: readonly string[] }>(),
  },
  'cases/refresh': { from: 'extension', request: nothing, response: returns<{ unreachable: readonly NamedAgency[] }>() },
  'cases/send': { from: 'extension', request: itemId, response: returns<SubmissionOutcome>() },
  'cases/discard': { from: 'extension', request: itemId, response: returns<null>() },
  /** Takes back a first signature that waits for the second; where it does not any more, the case says what became of it. */
  'cases/take-back': { from: 'extension', request: itemId, response: returns<null>() },
  /** Opens the form's page in a tab of its own, in which signing that form amends the case. */
  'cases/amend': { from: 'extension', request: itemId, response: returns<null>() },
  /** Makes the withdrawal ready, and opens the window in which it is read and signed. */
  'cases/withdraw': { from: 'extension', request: itemId, response: returns<null>() },
  'cases/ask-erasure': { from: 'extension', request: itemId, response: returns<null>() },
  'cases/receipt': { from: 'extension', request: itemId, response: returns<ReceiptView>() },
  'cases/sheet': {
    from: 'extension',
    request: z.strictObject({ id: z.string(), language: z.enum(['fa', 'en']) }),
    response: returns<{ name: string /** Base64url. */; bytes: string }>(),
  },
  'cases/export': { from: 'extension', request: itemId, response: returns<{ name: string; text: string }>() },

  /** A form of this document is being sent. */
  'proofs/sent': { from: 'content', request: sentForm, response: returns<null>(), maxLength: 2_000_000 },
  'proofs/offers': { from: 'extension', request: nothing, response: returns<readonly OfferView[]>() },
  /** Signs the record and keeps it; whether an authority has stamped it too. */
  'proofs/keep': { from: 'extension', request: itemId, response: returns<{ isStamped: boolean }>() },
  'proofs/drop': { from: 'extension', request: itemId, response: returns<null>() },
  'proofs/list': {
    from: 'extension',
    request: nothing,
    response: returns<{ proofs: readonly ProofLine[]; damaged: readonly string[] }>(),
  },
  'proofs/show': { from: 'extension', request: itemId, response: returns<ProofView>() },
  'proofs/stamp': { from: 'extension', request: itemId, response: returns<{ isStamped: boolean }>() },
  'proofs/export': { from: 'extension', request: itemId, response: returns<{ name: string; text: string }>() },
  'proofs/remove': { from: 'extension', request: itemId, response: returns<null>() },
} as const satisfies Record<string, MessageEntry>;
