import { AppError, toWire } from '@daricheh/shared/errors';
import * as z from 'zod/mini';
import type { Receiver } from './listen.ts';
import type { Answer, MessageEntry, RequestOf, ResponseOf } from './message-entry.ts';
import type { MessageName, Protocol } from './protocol.ts';
import { type ContentSender, type ExtensionSender, type Identity, readSender } from './sender.ts';

type SenderOf<Entry extends MessageEntry> = Entry['from'] extends 'content' ? ContentSender : ExtensionSender;

/** What answers one message. `request` has passed its schema, `sender` is what the browser says. */
export type Handler<Entry extends MessageEntry> = (
  request: RequestOf<Entry>,
  sender: SenderOf<Entry>,
) => Promise<ResponseOf<Entry>> | ResponseOf<Entry>;

/** One handler for each message of a protocol: a missing one does not compile. */
export type Handlers<Entries extends Record<string, MessageEntry>> = { readonly [Name in keyof Entries]: Handler<Entries[Name]> };

/** The handlers of the messages whose name begins with `Feature` and a slash: what that feature's `background.ts` gives. */
export type FeatureHandlers<Feature extends string> = Pick<Handlers<Protocol>, Extract<MessageName, `${Feature}/${string}`>>;

const envelope = z.strictObject({ daricheh: z.string(), request: z.unknown() });
const defaultLength = { content: 64 * 1024, extension: 8 * 1024 * 1024 } as const;

/**
 * A receiver that checks the sender, the length and the schema before a handler runs, and turns whatever a handler
 * throws into a code. `log` gets what was not foreseen; it must not write values of the citizen's.
 */
export function createReceiver<Entries extends Record<string, MessageEntry>>(
  entries: Entries,
  handlers: Handlers<NoInfer<Entries>>,
  options: { own: Identity; log?: (name: string, error: unknown) => void },
): Receiver {
  // The map ties each name to its own types; past the schema that tie is known to hold, so one cast stands for all.
  const untyped = handlers as unknown as Record<string, (request: unknown, sender: unknown) => unknown>;

  async function answer(name: string, request: unknown, sender: unknown): Promise<Answer> {
    try {
      const entry = Object.hasOwn(entries, name) ? entries[name] : undefined;
      const handler = untyped[name];
      if (!entry || !handler) throw new AppError('message_refused', { why: 'unknown' });
      const from = readSender(sender, options.own);
      if (from.kind !== entry.from) throw new AppError('message_refused', { why: 'sender' });
      return { ok: true, value: (await handler(parseRequest(entry, request), from)) ?? null };
    } catch (error) {
      if (!(error instanceof AppError)) options.log?.(name, error);
      return { ok: false, error: toWire(error) };
    }
  }

  return (message, sender) => {
    const parsed = envelope.safeParse(message);
    return parsed.success ? answer(parsed.data.daricheh, parsed.data.request, sender) : undefined;
  };
}

function parseRequest(entry: MessageEntry, request: unknown): unknown {
  if (JSON.stringify(request ?? null).length > (entry.maxLength ?? defaultLength[entry.from])) throw new AppError('body_too_large');
  const parsed = entry.request.safeParse(request);
  if (!parsed.success) throw new AppError('malformed_request', { what: 'message' });
  return parsed.data;
}
