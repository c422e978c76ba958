import * as z from 'zod/mini';
import { type UploadAnswer, type UploadSnapshot, uploadFile } from '../core/attachments/upload-field.ts';
import type { UndoAnswer, WriteAnswer } from '../core/autofill/page-port.ts';
import { fieldWrite } from '../core/autofill/plan/fill-plan.ts';
import type { PageSnapshot } from '../core/autofill/snapshot.ts';
import type { PageControl } from '../core/consent/page-control.ts';
import type { PageFile } from '../core/consent/page-file.ts';
import { type MessageEntry, returns } from './message-entry.ts';

const mappedPlace = z.strictObject({
  paths: z.readonly(z.array(z.string())),
  marks: z.readonly(z.array(z.string())),
  controls: z.record(z.string(), z.string()),
});

/**
 * Every message that the background sends to its scripts in a web page. It stands apart from `protocol.ts` so that the
 * bundle in the page carries no other schema. Sender: the background alone (`extension`).
 */
export const contentProtocol = {
  /** Answers nothing: that it arrives says that the document is still there. */
  'page/ping': { from: 'extension', request: z.strictObject({}), response: returns<null>() },

  /** How a call of `navigator.credentials.get` ends; the page's hook reads it. */
  'present/answer': {
    from: 'extension',
    request: z.looseObject({ id: z.string(), kind: z.string() }),
    response: returns<null>(),
    maxLength: 262_144,
  },

  'fill/snapshot': { from: 'extension', request: z.strictObject({}), response: returns<PageSnapshot>() },
  /** Writes into the form whose snapshot had this mark, and into no other. */
  'fill/write': {
    from: 'extension',
    request: z.strictObject({ mark: z.string(), writes: z.array(fieldWrite) }),
    response: returns<WriteAnswer>(),
  },
  /** Puts back what stood in the controls before. */
  'fill/undo': { from: 'extension', request: z.strictObject({}), response: returns<UndoAnswer>() },
  /** True as soon as the form is another one, or shows another step, than the snapshot with this mark and stage; false when the time is over. */
  'fill/wait': {
    from: 'extension',
    request: z.strictObject({ mark: z.string(), stage: z.string(), forMs: z.number() }),
    response: returns<boolean>(),
  },

  'attach/snapshot': { from: 'extension', request: z.strictObject({}), response: returns<UploadSnapshot>() },
  /** Puts files into the boxes of the page that had this mark, and of no other. */
  'attach/put': {
    from: 'extension',
    request: z.strictObject({ mark: z.string(), files: z.array(uploadFile) }),
    response: returns<UploadAnswer>(),
  },
  /** Empties the boxes that were filled; answers how many. */
  'attach/undo': { from: 'extension', request: z.strictObject({}), response: returns<number>() },

  /** A setting has changed: the icon is shown, or not, as it now says. */
  'field-icon/refresh': { from: 'extension', request: z.strictObject({}), response: returns<null>() },

  'sign/find': { from: 'extension', request: z.strictObject({}), response: returns<boolean>() },
  /** As if the form's own button were pressed; false where there is no form that can be signed. */
  'sign/begin': { from: 'extension', request: z.strictObject({}), response: returns<boolean>() },
  /** What the form answers to these fields; `places` is what the agency's form map says of where they are. */
  'sign/read': {
    from: 'extension',
    request: z.strictObject({
      formUri: z.string(),
      fields: z.readonly(z.array(z.strictObject({ id: z.string(), control: z.string() }))),
      places: z.readonly(z.array(mappedPlace)),
    }),
    response: returns<readonly PageControl[]>(),
  },
  /** The form with its first signature, where the page shows one that waits for the second. */
  'sign/waiting': { from: 'extension', request: z.strictObject({ formUri: z.string() }), response: returns<string | null>() },
  /** The files in the form's boxes of these names. */
  'sign/files': {
    from: 'extension',
    request: z.strictObject({ formUri: z.string(), controls: z.readonly(z.array(z.string())) }),
    response: returns<readonly PageFile[]>(),
  },
  /** Some bytes of one of them, base64url. */
  'sign/piece': {
    from: 'extension',
    request: z.strictObject({ formUri: z.string(), control: z.string(), index: z.number(), from: z.number(), length: z.number() }),
    response: returns<string>(),
  },
  /** Dispatches an event on the form; `detail` is JSON text. */
  'sign/tell': {
    from: 'extension',
    request: z.strictObject({ formUri: z.string(), event: z.string(), detail: z.string() }),
    response: returns<null>(),
  },
} as const satisfies Record<string, MessageEntry>;

export type ContentProtocol = typeof contentProtocol;
export type ContentMessageName = keyof ContentProtocol;
/** What the script answers that reads and fills forms, which is put into a page once somebody asks it for that. */
export type FormMessageName = Extract<ContentMessageName, `fill/${string}` | `attach/${string}`>;
