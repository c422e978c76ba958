import * as z from 'zod/mini';
import type { AttachResult, UploadFrame } from '../../core/attachments/attach-view.ts';
import { uploadFile } from '../../core/attachments/upload-field.ts';
import { maxUploads } from '../../core/attachments/upload-limits.ts';
import type { CorrectionEnd, LearnedSite } from '../../core/autofill/learning/correction.ts';
import { toldMeaning } from '../../core/autofill/learning/learned-answer.ts';
import type { FillResult, FillView, UndoResult } from '../../core/autofill/plan/fill-view.ts';
import { type MessageEntry, returns } from '../message-entry.ts';
import { itemId, nothing, tabId } from './shapes.ts';

/** Frames of other origins that the citizen lets be filled, each by its document. */
const allowedFrames = z.array(z.strictObject({ documentId: z.string(), origin: z.string() }));
/** Whom each step is about, as the citizen has said. */
const pickedRelatives = z.array(z.strictObject({ documentId: z.string(), stage: z.string(), id: z.string() }));

/** This tab’s form: its fields, and copies of documents for its file boxes. */
export const fillingMessages = {
  'fill/look': {
    from: 'extension',
    request: z.strictObject({ tabId: z.number(), allowed: z.optional(allowedFrames), picked: z.optional(pickedRelatives) }),
    response: returns<FillView>(),
  },
  /**
   * Writes what is ticked. `sendsElsewhere`: the citizen has seen that the form posts to another site, and wants it so. `isTaken`: the citizen has seen that
   * something stands in the control, and wants it replaced; where it came later, it is kept.
   */
  'fill/write': {
    from: 'extension',
    request: z.strictObject({
      tabId: z.number(),
      sendsElsewhere: z.boolean(),
      allowed: z.optional(allowedFrames),
      picked: z.optional(pickedRelatives),
      frames: z.array(
        z.strictObject({
          documentId: z.string(),
          mark: z.string(),
          lines: z.array(z.strictObject({ handle: z.number(), shown: z.string(), isTaken: z.optional(z.boolean()) })),
        }),
      ),
    }),
    response: returns<FillResult>(),
  },
  /** Puts back what stood in every control before. */
  'fill/undo': { from: 'extension', request: tabId, response: returns<UndoResult>() },
  /** True as soon as the form is another than the plans that were shown: more fields, or its next step. False after some seconds. */
  'fill/wait': {
    from: 'extension',
    request: z.strictObject({
      tabId: z.number(),
      frames: z.array(z.strictObject({ documentId: z.string(), mark: z.string(), stage: z.string() })),
    }),
    response: returns<boolean>(),
  },

  /** Keeps what the citizen says of one field of the form that they were shown. */
  'fill/correct': {
    from: 'extension',
    request: z.strictObject({
      tabId: z.number(),
      allowed: z.optional(allowedFrames),
      documentId: z.string(),
      mark: z.string(),
      handle: z.number(),
      says: toldMeaning,
    }),
    response: returns<CorrectionEnd>(),
  },
  'fill/forget': { from: 'extension', request: itemId, response: returns<null>() },
  /** Where corrections were made, and how many. */
  'fill/learned': { from: 'extension', request: nothing, response: returns<readonly LearnedSite[]>() },
  'fill/forget-site': { from: 'extension', request: z.strictObject({ origin: z.url() }), response: returns<null>() },

  'attach/look': { from: 'extension', request: tabId, response: returns<readonly UploadFrame[]>() },
  /** Puts what is ticked, each a copy of one document, into its box. */
  'attach/write': {
    from: 'extension',
    request: z.strictObject({
      tabId: z.number(),
      frames: z.array(
        z.strictObject({
          documentId: z.string(),
          mark: z.string(),
          files: z.array(z.extend(uploadFile, { credentialId: z.string() })).check(z.minLength(1), z.maxLength(maxUploads)),
        }),
      ),
    }),
    response: returns<AttachResult>(),
  },
  /** Empties the boxes that were filled; answers how many. */
  'attach/undo': { from: 'extension', request: tabId, response: returns<number>() },
} as const satisfies Record<string, MessageEntry>;
