import type { Frame, Page } from '@playwright/test';
import { askUnsigned } from './forge-requests.ts';

/** A document without a policy of its own, which may hold frames. */
export async function openBlank(site: Page, address: string): Promise<void> {
  await site.context().route(address, (route) => route.fulfill({ contentType: 'text/html', body: '<body></body>' }));
  await site.goto(address);
}

/** A frame in the page, of a document that the test writes, which asks by a button of its own; what came of it stands on its body. */
export async function addFrame(site: Page, address: string, allow: string): Promise<Frame> {
  await site.context().route(`${address}*`, (route) => route.fulfill({ contentType: 'text/html', body: '<body></body>' }));
  await site.evaluate(
    ([src, delegated]) =>
      new Promise<void>((resolve) => {
        const frame = Object.assign(document.createElement('iframe'), { src, allow: delegated, onload: () => resolve() });
        document.body.prepend(frame);
      }),
    [address, allow] as const,
  );
  const frame = site.frames().find((each) => each.url() === address);
  if (!frame) throw new Error('The frame is not there.');
  await frame.evaluate((request) => {
    const button = Object.assign(document.createElement('button'), { id: 'ask', textContent: 'ask' });
    const end = (said: string) => document.body.setAttribute('data-end', said);
    button.addEventListener('click', () => {
      const options = { digital: { requests: [request] } } as CredentialRequestOptions;
      navigator.credentials.get(options).then(
        () => end('answered'),
        (error: Error) => end(error.name),
      );
    });
    document.body.append(button);
  }, askUnsigned());
  return frame;
}
