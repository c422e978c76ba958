import { getLetterPerson } from '@daricheh/agencies/people';
import type { Page } from '@playwright/test';
import { expect, test } from './demo-fixtures.ts';
import { findBarriers } from './fixtures.ts';
import { travel } from './journey.ts';
import { checkDesks, checkErasure, checkLookAlike, checkNews, checkReplay, checkRows, checkWallet, checkWire } from './journey-checks.ts';
import { findData } from './wire.ts';

const people = { fa: getLetterPerson('sara-rezaei'), en: getLetterPerson('anna-mueller') };

for (const language of ['fa', 'en'] as const) {
  test(`the whole path, from an empty browser to decided cases (${language})`, async ({ wallet, world, traffic }) => {
    test.setTimeout(600_000);
    const person = people[language];
    const barriers: string[] = [];
    const look = async (name: string, page: Page) => {
      if (page.url().startsWith(wallet.origin)) barriers.push(...(await findBarriers(page)).map((barrier) => `${name}: ${barrier}`));
    };
    const { citizen, cases } = await travel({ wallet, world, person, language, look });
    await test.step('the wallet shows documents, cases with valid receipts, and every release', () => checkWallet(citizen, cases));
    await test.step('each agency was sent what it asked for, and nothing that only another did', () => checkWire(person, traffic, world));
    await test.step('the databases hold four cases, and the registry no name', () => checkRows(person, cases, world));
    await test.step('what was signed counts once', () => checkReplay(citizen, cases, traffic));
    await test.step('caseworkers see what was verified, and what is not signed', () => checkDesks(citizen, cases));
    await test.step('what a caseworker decided reaches the wallet', () => checkNews(citizen, cases));
    await test.step('what the citizen wants erased is gone at the desk, and still proven here', () => checkErasure(citizen, cases));
    await test.step('the look-alike gets nothing, and is named', () => checkLookAlike(citizen, traffic));
    expect(findData(world.readLog(), person)).toEqual([]);
    expect(barriers).toEqual([]);
  });
}
