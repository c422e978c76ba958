import { errorSentences } from '@daricheh/shared/errors';
import { expect, test } from '../demo-fixtures.ts';
import { openConsent } from '../screens/consent.ts';
import { openAskingPage } from './asking-page.ts';
import { becomeHolder, countWindows, listHistory } from './citizen-at-sites.ts';
import { askUnsigned, createForger, signedCall } from './forge-requests.ts';
import { askEvent, sayFromScript } from './page-words.ts';

// What a page says to the wallet past the hook, and what it claims to be in it.

test('B1: who asks is what the browser says; forged members are nothing, or refused', async ({ wallet, world }) => {
  const citizen = await becomeHolder({ wallet, world });
  const { tax, transport } = world.demo.agencies;
  const page = await openAskingPage(citizen, transport.origin);
  const stolen = signedCall(createForger(world).forge());
  const claimed = { origin: tax.origin, tabId: 1, frameId: 0, documentId: 'mine' };
  const request = { requestId: 'mine', requests: JSON.stringify([stolen]) };
  await test.step('messages to the window, and events of another form, are heard by nobody', async () => {
    // An act of Playwright's in the page counts as a person's: it is not for want of one that nothing opens.
    await page.site.evaluate(
      ({ message, detail, name }) => {
        globalThis.postMessage(message, '*');
        globalThis.postMessage({ type: name, detail: JSON.stringify(detail) }, '*');
        for (const each of [detail, 'no json', '[]', '{"id":7,"requests":[]}', '{"requests":[]}'])
          globalThis.dispatchEvent(new CustomEvent(name, { detail: each }));
      },
      {
        message: { daricheh: 'present/ask', request: { ...request, ...claimed } },
        detail: { id: 'mine', requests: [stolen] },
        name: askEvent,
      },
    );
    // Had one of them opened a question, this one would find the tab taken.
    const window = await page.ask(askUnsigned());
    await expect(window.asker).toContainText(new URL(transport.origin).host);
    expect(countWindows(citizen)).toBe(1);
    await page.takeBack(window);
  });
  await test.step('an event that claims another origin, tab and document is the sender’s own', async () => {
    const detail = JSON.stringify({ id: 'mine', requests: [stolen], ...claimed });
    const forge = () =>
      page.site.evaluate(([name, given]) => void dispatchEvent(new CustomEvent(name, { detail: given })), [askEvent, detail] as const);
    const window = await openConsent(citizen, forge);
    await expect(window.asker).toContainText(new URL(transport.origin).host);
    await expect(window.alert).toHaveText(errorSentences.request_origin_mismatch.en);
    await window.close();
  });
  await test.step('our own script, were it taken over, cannot claim them either', async () => {
    const malformed = { ok: false, error: { code: 'malformed_request' } };
    for (const member of Object.entries(claimed)) {
      const forged = { ...request, ...Object.fromEntries([member]) };
      expect(await sayFromScript(page.site, { daricheh: 'present/ask', request: forged })).toMatchObject(malformed);
    }
  });
  await test.step('nor say what is the windows’ to say', async () => {
    const refused = { ok: false, error: { code: 'message_refused', facts: { why: 'sender' } } };
    for (const daricheh of ['history/list', 'documents/list', 'present/approve', 'vault/status', 'sites/switch'])
      expect(await sayFromScript(page.site, { daricheh, request: {} })).toMatchObject(refused);
  });
  expect(countWindows(citizen)).toBe(0);
  expect(await listHistory(citizen)).toEqual([]);
});
