import { type DraftAnswer, passkeyAssertion, type View } from '@daricheh/shared/submission';
import * as z from 'zod/mini';
import { type DraftLine, draftContent } from '../../core/cases/draft.ts';
import type { BatchResult, BatchView, PreparedBatch, WaitingLine } from '../../core/consent/batch-view.ts';
import { pieceBytes } from '../../core/consent/page-file.ts';
import type { FileRoute, GestureRequest, SubmissionOutcome } from '../../core/consent/prompt-view.ts';
import { type MessageEntry, returns } from '../message-entry.ts';
import { base64Url, itemId, nothing, promptId, tabId } from './shapes.ts';

/** Address of the definition of a form. */
const draftForm = z.strictObject({ form: draftContent.shape.form });

/** Forms: begun (drafts), reviewed and signed, or kept to be signed with others (batch). */
export const signingMessages = {
  'drafts/find': { from: 'content', request: draftForm, response: returns<DraftAnswer>() },
  'drafts/save': { from: 'content', request: z.extend(draftContent, { seenAtMs: z.number() }), response: returns<DraftAnswer>() },
  /** What is kept of it. Our script asks only after a person's own click in the form. */
  'drafts/open': { from: 'content', request: draftForm, response: returns<DraftAnswer>() },
  'drafts/drop': { from: 'content', request: draftForm, response: returns<DraftAnswer>() },
  'drafts/list': {
    from: 'extension',
    request: nothing,
    response: returns<{ drafts: readonly DraftLine[]; damaged: readonly string[] }>(),
  },
  'drafts/remove': { from: 'extension', request: itemId, response: returns<null>() },

  'sign/ask': { from: 'content', request: z.strictObject({ formUri: z.string().check(z.maxLength(2048)) }), response: returns<null>() },
  /** Whether forms of this page may be signed at all: its origin is registered. */
  'sign/here': { from: 'content', request: nothing, response: returns<boolean>() },
  /** Shows a case of this page's agency in the wallet; the page learns nothing, not even whether there is one. */
  'sign/show': {
    from: 'content',
    request: z.strictObject({ caseNumber: z.string().check(z.maxLength(100)), what: z.enum(['case', 'receipt']) }),
    response: returns<null>(),
  },
  'sign/find': { from: 'extension', request: tabId, response: returns<boolean>() },
  'sign/begin': { from: 'extension', request: tabId, response: returns<boolean>() },
  'sign/restart': { from: 'extension', request: promptId, response: returns<null>() },
  /** Under which mandate it is signed, where several fit; null to be asked again. */
  'sign/act-as': {
    from: 'extension',
    request: z.strictObject({ id: z.string(), mandateId: z.nullable(z.string()) }),
    response: returns<null>(),
  },
  /** The form is new after all, and amends no case. */
  'sign/as-new': { from: 'extension', request: promptId, response: returns<null>() },
  /** Keeps the reviewed form, to be signed with others. */
  'sign/keep': { from: 'extension', request: promptId, response: returns<null>() },
  /** Where the files go, once the citizen has agreed. */
  'sign/attach': {
    from: 'extension',
    request: z.strictObject({ id: z.string(), assertion: passkeyAssertion }),
    response: returns<FileRoute>(),
  },
  /** Some bytes of the file of that place in the route, base64url; at most `pieceBytes`. */
  'sign/piece': {
    from: 'extension',
    request: z.strictObject({
      ...{ id: z.string(), index: z.int(), from: z.int().check(z.gte(0)) },
      length: z.int().check(z.gte(1), z.lte(pieceBytes)),
    }),
    response: returns<string>(),
  },
  'sign/prepare': { from: 'extension', request: promptId, response: returns<GestureRequest>() },
  'sign/approve': {
    from: 'extension',
    request: z.strictObject({ id: z.string(), assertion: passkeyAssertion }),
    response: returns<SubmissionOutcome>(),
  },

  'batch/list': {
    from: 'extension',
    request: nothing,
    response: returns<{ forms: readonly WaitingLine[]; damaged: readonly string[] }>(),
  },
  /** Opens the window in which they are read and signed. */
  'batch/open': { from: 'extension', request: nothing, response: returns<null>() },
  'batch/view': { from: 'extension', request: nothing, response: returns<BatchView>() },
  /** The whole text of one, as it would be signed. */
  'batch/read': { from: 'extension', request: itemId, response: returns<View>() },
  'batch/discard': { from: 'extension', request: itemId, response: returns<null>() },
  /** Fetches the agencies' requests for what the window showed and the citizen left on. */
  'batch/prepare': {
    from: 'extension',
    request: z.strictObject({
      forms: z.array(z.strictObject({ id: z.string(), manifestHash: base64Url })).check(z.minLength(1), z.maxLength(50)),
    }),
    response: returns<PreparedBatch>(),
  },
  'batch/approve': {
    from: 'extension',
    request: z.strictObject({ id: z.string(), assertion: passkeyAssertion }),
    response: returns<readonly BatchResult[]>(),
  },
} as const satisfies Record<string, MessageEntry>;
