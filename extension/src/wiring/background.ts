import { browser } from 'wxt/browser';
import { protocol } from '../messaging/protocol.ts';
import { createReceiver, type FeatureHandlers, listen } from '../messaging/receive.ts';
import { createKeySession } from '../platform/session-key.ts';

/** Starts the worker. Everything that listens is set up in this first turn, or the event that woke it is lost. */
export function startBackground(): void {
  const session = createKeySession();
  const vault: FeatureHandlers<'vault'> = {
    'vault/status': () => ({ state: 'none' }),
    'vault/lock': async () => {
      await session.clear();
      return null;
    },
  };
  const own = { id: browser.runtime.id, origin: browser.runtime.getURL('/').slice(0, -1) };
  listen(browser.runtime.onMessage, createReceiver(protocol, { ...vault }, { own }));
}
