import type { WireError } from '@daricheh/shared/errors';
import * as z from 'zod/mini';

/**
 * Every message that the background answers: this file is the extension's attack surface. Each entry says who may send
 * it, the schema of what it carries (unknown members are refused), and the type of the answer.
 * `extension`: a page of ours. `content`: our script in a web page, which may lie about everything but its sender.
 */
export const protocol = {
  // vault
  'vault/status': { from: 'extension', request: z.strictObject({}), response: returns<VaultStatus>() },
  'vault/lock': { from: 'extension', request: z.strictObject({}), response: returns<null>() },
} as const satisfies Record<string, MessageEntry>;

/** Whether there is a vault, and whether it is open. `expiresAtMs`: when it locks by itself, unless used. */
export type VaultStatus =
  | { readonly state: 'none' }
  | { readonly state: 'locked' }
  | { readonly state: 'unlocked'; readonly expiresAtMs: number };

export type MessageEntry = {
  readonly from: 'extension' | 'content';
  readonly request: z.ZodMiniType;
  readonly response: ResponseType<unknown>;
  /** Longest message accepted, in characters of JSON. Default: 64 KiB from `content`, 8 MiB from `extension`. */
  readonly maxLength?: number;
};

export type Protocol = typeof protocol;
export type MessageName = keyof Protocol;
export type RequestOf<Entry extends MessageEntry> = z.output<Entry['request']>;
export type ResponseOf<Entry extends MessageEntry> = Entry['response'] extends ResponseType<infer Value> ? Value : never;

/** The type of an answer, which our own code gives and nobody checks again. It must survive JSON: no `undefined` at the top. */
export type ResponseType<Value> = { readonly returns?: Value };
export function returns<Value>(): ResponseType<Value> {
  return {};
}

/** How an answer travels. */
export type Answer = { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly error: WireError };

/** How a message travels. */
export type Envelope = { readonly daricheh: string; readonly request: unknown };
