import { toWire } from '@daricheh/shared/errors';
import type { ContentMessageName, contentProtocol } from './content-protocol.ts';
import type { Receiver } from './listen.ts';
import type { Answer } from './message-entry.ts';
import type { Handlers } from './receive.ts';

/** Our script is answered to by nobody but the background: a message that comes from a tab, or from another extension, is none of ours. */
type BackgroundSender = { readonly id?: unknown; readonly tab?: unknown };

/**
 * The receiver of one of our scripts in a web page, which leaves what it has no handler for to the others. Its one sender is our own background, whose words
 * the types tie to the handlers, so that no schema weighs on the page. What a handler throws becomes a code.
 */
export function createPageReceiver<Name extends ContentMessageName>(
  handlers: Pick<Handlers<typeof contentProtocol>, Name>,
  ownId: string,
): Receiver {
  // The map ties each name to its own types; past the sender that tie is known to hold, so one cast stands for all.
  const untyped = handlers as unknown as Record<string, (request: unknown, sender: unknown) => unknown>;

  async function answer(handler: (request: unknown, sender: unknown) => unknown, request: unknown): Promise<Answer> {
    try {
      return { ok: true, value: (await handler(request, undefined)) ?? null };
    } catch (error) {
      return { ok: false, error: toWire(error) };
    }
  }

  return (message, sender) => {
    if (!isEnvelope(message) || !isBackground(sender, ownId)) return undefined;
    const handler = Object.hasOwn(untyped, message.daricheh) ? untyped[message.daricheh] : undefined;
    return handler && answer(handler, message.request);
  };
}

function isEnvelope(message: unknown): message is { readonly daricheh: string; readonly request: unknown } {
  return (
    typeof message === 'object' && message !== null && 'daricheh' in message && typeof message.daricheh === 'string' && 'request' in message
  );
}

/** Pages of ours that stand in a tab have one, and send to the background alone. */
function isBackground(sender: unknown, ownId: string): boolean {
  if (typeof sender !== 'object' || sender === null) return false;
  const { id, tab }: BackgroundSender = sender;
  return id === ownId && tab === undefined;
}
