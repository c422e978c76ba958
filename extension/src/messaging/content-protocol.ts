import type { MessageEntry } from './protocol.ts';

/**
 * Every message that the background sends to its script in a web page. It stands apart from `protocol.ts` so that the
 * bundle in the page carries no other schema. Sender: the background alone (`extension`).
 */
export const contentProtocol = {} as const satisfies Record<string, MessageEntry>;

export type ContentProtocol = typeof contentProtocol;
export type ContentMessageName = keyof ContentProtocol;
