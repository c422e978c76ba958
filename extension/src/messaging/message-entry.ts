import type { WireError } from '@daricheh/shared/errors';
import type * as z from 'zod/mini';

/** One message: who may send it, what it carries, what comes back. Apart from the protocols, so that a page's script carries the schemas of neither. */
export type MessageEntry = {
  readonly from: 'extension' | 'content';
  readonly request: z.ZodMiniType;
  readonly response: ResponseType<unknown>;
  /** Longest message accepted, in characters of JSON. Default: 64 KiB from `content`, 8 MiB from `extension`. */
  readonly maxLength?: number;
};

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
