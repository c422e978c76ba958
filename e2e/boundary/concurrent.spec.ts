import { expect, test } from '../demo-fixtures.ts';
import { openConsent } from '../screens/consent.ts';
import { type AskingPage, openAskingPage } from './asking-page.ts';
import { becomeHolder, countWindows, listHistory } from './citizen-at-sites.ts';
import { askUnsigned } from './forge-requests.ts';
import { addFrame, openBlank } from './frames.ts';

// Two who ask at once.

/** For whom, and for which question, the page's only answer was made: the audience and the nonce of its key binding. */
async function readBinding(page: AskingPage): Promise<unknown> {
  const [answer] = (await page.readEnds()) as { vp_token: { identity: string[] } }[];
  const payload = answer?.vp_token.identity[0]?.split('~').at(-1)?.split('.')[1] ?? '';
  const { aud, nonce } = JSON.parse(Buffer.from(payload, 'base64url').toString()) as Record<string, unknown>;
  return { aud, nonce };
}

test('B17: two tabs that ask at once are two questions, and no answer goes to the other', async ({ wallet, world }) => {
  const citizen = await becomeHolder({ wallet, world });
  const { tax, passport } = world.demo.agencies;
  const [first, second] = [await openAskingPage(citizen, tax.origin), await openAskingPage(citizen, passport.origin)];
  const [ofTax, ofPassport] = [askUnsigned(), askUnsigned()];
  await first.site.bringToFront();
  const askedByTax = await first.ask(ofTax);
  await second.site.bringToFront();
  const askedByPassport = await second.ask(ofPassport);
  await expect(askedByTax.asker).toContainText(new URL(tax.origin).host);
  await expect(askedByPassport.asker).toContainText(new URL(passport.origin).host);
  // The second is answered first.
  await askedByPassport.approve('present');
  await askedByPassport.expectEnd('shown');
  await expect.poll(async () => [(await first.readEnds()).length, (await second.readEnds()).length]).toEqual([0, 1]);
  await askedByTax.approve('present');
  await askedByTax.expectEnd('shown');
  await expect.poll(async () => [(await first.readEnds()).length, (await second.readEnds()).length]).toEqual([1, 1]);
  expect(await readBinding(first)).toEqual({ aud: `origin:${tax.origin}`, nonce: ofTax.data.nonce });
  expect(await readBinding(second)).toEqual({ aud: `origin:${passport.origin}`, nonce: ofPassport.data.nonce });
  const receivers = (await listHistory(citizen)).map(({ receiver }) => receiver.origin);
  expect(receivers.sort()).toEqual([passport.origin, tax.origin].sort());
});

test('B17: of two frames of one tab, the second that asks is refused while the first one’s question is open', async ({ wallet, world }) => {
  const citizen = await becomeHolder({ wallet, world });
  const { tax, passport } = world.demo.agencies;
  const site = await wallet.context.newPage();
  await openBlank(site, `${tax.origin}/outer`);
  const own = await addFrame(site, `${tax.origin}/framed`, '');
  const other = await addFrame(site, `${passport.origin}/framed`, 'digital-credentials-get');
  const window = await openConsent(citizen, () => own.locator('#ask').click());
  await other.locator('#ask').click();
  await expect(other.locator('body')).toHaveAttribute('data-end', 'NotAllowedError');
  expect(countWindows(citizen)).toBe(1);
  await expect(window.asker).toContainText(new URL(tax.origin).host);
  await window.approve('present');
  await expect(own.locator('body')).toHaveAttribute('data-end', 'answered');
  await expect(other.locator('body')).toHaveAttribute('data-end', 'NotAllowedError');
  expect((await listHistory(citizen)).map(({ receiver }) => receiver.origin)).toEqual([tax.origin]);
});
