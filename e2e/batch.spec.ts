import { getLetterPerson } from '@daricheh/agencies/people';
import { submissionEnvelope } from '@daricheh/shared/submission';
import { becomeCitizen, receiveDocuments } from './citizen.ts';
import { declareFacts, reviewApplication, reviewReturn, signInAtPassport, signInAtTax } from './citizen-acts.ts';
import { expect, test } from './demo-fixtures.ts';
import { findBarriers } from './fixtures.ts';
import { findWaitingList, keepForLater, openBatchScreen } from './screens/batch.ts';
import { openConsent } from './screens/consent.ts';
import { openWalletScreen } from './screens/wallet.ts';

const person = getLetterPerson('arash-kabiri');
const language = 'fa';
const titles = { tax: 'اظهارنامهٔ مالیات بر درآمد سال ۱۴۰۴', passport: 'درخواست گذرنامه' };

test('forms of two agencies wait, are signed with one gesture, and each reaches its own agency alone', async ({
  wallet,
  world,
  traffic,
}) => {
  test.setTimeout(300_000);
  const citizen = await becomeCitizen({ wallet, world, person, language });
  const { page } = citizen;
  await receiveDocuments(citizen);
  await declareFacts(citizen);
  const { tax, passport } = world.demo.agencies;
  await test.step('what was reviewed may wait', async () => {
    const atTax = await signInAtTax(citizen);
    const ofTax = await reviewReturn(citizen, atTax);
    await keepForLater(ofTax.window.page, language);
    await expect(atTax.tax.statusLine).toContainText('منتظر امضا');
    await ofTax.leave();
    const ofPassport = await reviewApplication(citizen, await signInAtPassport(citizen));
    await keepForLater(ofPassport.window.page, language);
    await ofPassport.leave();
  });
  await openWalletScreen(page, language).openSection('cases');
  const waiting = findWaitingList(page, language);
  await expect(waiting.rows).toHaveCount(2);
  expect(await findBarriers(page)).toEqual([]);
  const { page: window } = await openConsent(citizen, () => waiting.signAllButton.click());
  const screen = openBatchScreen(window, language);
  await test.step('all are read in one window', async () => {
    await expect(screen.forms).toHaveCount(2);
    await expect(screen.forms.first()).toContainText(tax.origin);
    await expect(screen.forms.last()).toContainText(passport.origin);
    await expect(screen.approveButton).toBeEnabled();
    expect(await findBarriers(window)).toEqual([]);
  });
  await test.step('one gesture; an agency that does not answer then is sent its own later', async () => {
    traffic.forget();
    traffic.interrupt((url) => url.origin === passport.origin && url.pathname.endsWith('/submissions'));
    await screen.approveButton.click();
    await expect(screen.result(titles.tax)).toContainText(screen.words.received, { timeout: 15_000 });
    await expect(screen.result(titles.passport)).toContainText(screen.words.unsent);
    await window.close();
    traffic.interrupt(undefined);
    await expect(waiting.card).toBeHidden();
    await waiting.sendAgainButton.click();
    await expect(openWalletScreen(page, language).caseCard(titles.passport)).toContainText('پروندهٔ');
  });
  const sent = traffic.exchanges.filter(({ url }) => url.pathname === '/daricheh/submissions');
  expect(sent.map(({ url, answer }) => [url.origin, answer.status])).toEqual([
    [tax.origin, 201],
    [passport.origin, 201],
  ]);
  const envelopes = sent.map(({ body }) => submissionEnvelope.parse(JSON.parse(body.toString())));
  expect(envelopes.map(({ leaf }) => [leaf.size, leaf.path.length])).toEqual([
    [8, 3],
    [8, 3],
  ]);
  expect(new Set(envelopes.map(({ assertion }) => assertion.signature)).size).toBe(1);
});
