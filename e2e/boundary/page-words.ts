import type { Page } from '@playwright/test';

/** The event by which the hook asks our script; any script of the page can dispatch it too. */
export const askEvent = 'daricheh:credential-ask';

/** Sends a message to the worker out of our own script's world in the page: what that script could say if it were taken over. */
export async function sayFromScript(site: Page, message: object): Promise<unknown> {
  const session = await site.context().newCDPSession(site);
  const world = new Promise<number>((resolve) =>
    session.on('Runtime.executionContextCreated', ({ context }) => {
      if (context.origin.startsWith('chrome-extension://')) resolve(context.id);
    }),
  );
  await session.send('Runtime.enable');
  const expression = `chrome.runtime.sendMessage(${JSON.stringify(message)})`;
  const { result } = await session.send('Runtime.evaluate', {
    ...{ expression, contextId: await world, awaitPromise: true, returnByValue: true },
  });
  await session.detach();
  return result.value;
}
