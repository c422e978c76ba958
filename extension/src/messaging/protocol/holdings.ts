import * as z from 'zod/mini';
import type { NamedAgency } from '../../core/consent/asker.ts';
import type { DocumentView } from '../../core/consent/document-view.ts';
import type { Release } from '../../core/consent/release.ts';
import { type FamilyLine, familyRelation } from '../../core/family/family-member.ts';
import type { OfferedService } from '../../core/services/search-services.ts';
import { type MessageEntry, returns } from '../message-entry.ts';
import { itemId, nothing } from './shapes.ts';

/** What the wallet holds of the citizen, what there is for them, and what has left. */
export const holdingMessages = {
  'documents/list': {
    from: 'extension',
    request: nothing,
    response: returns<{ documents: readonly DocumentView[]; damaged: readonly string[] }>(),
  },
  'documents/refresh': { from: 'extension', request: itemId, response: returns<DocumentView>() },
  /** Asks the issuer for new copies now; whether they came. */
  'documents/renew': { from: 'extension', request: itemId, response: returns<boolean>() },
  /** The citizen has seen why the document stopped being valid. */
  'documents/acknowledge': { from: 'extension', request: itemId, response: returns<null>() },
  'documents/remove': { from: 'extension', request: itemId, response: returns<null>() },

  'facts/list': {
    from: 'extension',
    request: nothing,
    response: returns<readonly { datum: string; value: string; declaredAtMs: number; isIssuedToo: boolean }[]>(),
  },
  'facts/declare': { from: 'extension', request: z.strictObject({ datum: z.string(), text: z.string() }), response: returns<null>() },
  'facts/remove': { from: 'extension', request: z.strictObject({ datum: z.string() }), response: returns<null>() },

  'family/list': { from: 'extension', request: nothing, response: returns<readonly FamilyLine[]>() },
  /** States a member anew (`id`: null), or changes one. Texts by their datum; an empty one says nothing. */
  'family/declare': {
    from: 'extension',
    request: z.strictObject({ id: z.nullable(z.string()), relation: familyRelation, texts: z.record(z.string(), z.string()) }),
    response: returns<null>(),
  },
  'family/remove': { from: 'extension', request: itemId, response: returns<null>() },

  'services/list': {
    from: 'extension',
    request: nothing,
    response: returns<{ services: readonly OfferedService[]; unreachable: readonly NamedAgency[]; held: readonly string[] }>(),
  },

  'history/list': { from: 'extension', request: nothing, response: returns<readonly Release[]>() },
} as const satisfies Record<string, MessageEntry>;
