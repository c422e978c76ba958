import { mkdirSync, rmSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import process from 'node:process';
import { getLetterPerson } from '@daricheh/agencies/people';
import type { Page } from '@playwright/test';
import { launchWallet } from './browser.ts';
import { type RunningWorld, startWorld } from './demo.ts';
import { travel } from './journey.ts';
import { checkDesks, checkLookAlike, checkNews, checkWallet } from './journey-checks.ts';
import type { Language } from './screens/onboarding.ts';
import { recordTraffic } from './traffic.ts';

const root = join(import.meta.dirname, '..');
const people = { fa: getLetterPerson('sara-rezaei'), en: getLetterPerson('anna-mueller') };

/** Screens that are pictured in dark colours too. */
const alsoDark: ReadonlySet<string> = new Set(['consent-sign', 'wallet-documents', 'wallet-cases', 'panel-transport', 'popup-look-alike']);

/** What the README shows, by picture. */
const kept: Readonly<Record<string, string>> = {
  'fa/consent-sign': 'sign',
  'fa/consent-present': 'present',
  'fa/tax-filled': 'tax',
  'fa/wallet-cases': 'cases',
  'fa/popup-look-alike': 'look-alike',
  'en/panel-transport': 'fill',
  'en/wallet-documents': 'documents',
  'en/caseworker-case-tax': 'caseworker',
};

/** As wide as each is beside a page, or as a tab; popup and panel are tabs here. */
const sizes = [
  ['popup', { width: 380, height: 600 }],
  ['panel', { width: 400, height: 900 }],
  ['consent', { width: 440, height: 780 }],
  ['', { width: 1200, height: 860 }],
] as const;

// A demo of its own: that of `npm start` keeps its data, and may be running.
process.env['DARICHEH_DEMO_DIR'] ??= join(root, '.demo-tour');
process.env['DARICHEH_PORT'] ??= '8770';

const folder = join(root, '.tour');
rmSync(folder, { recursive: true, force: true });
const world = await startWorld();
try {
  for (const language of ['fa', 'en'] as const) await playTour(world, language);
} finally {
  await world.stop();
}
process.stdout.write(`The pictures are in ${folder}.\n`);

async function playTour(running: RunningWorld, language: Language): Promise<void> {
  const traffic = await recordTraffic(running.demo.ports.sites);
  const wallet = await launchWallet({ extension: running.extension, proxy: traffic.proxy });
  let count = 0;
  const look = async (name: string, page: Page) => {
    count += 1;
    await takePictures(page, { name, language, order: String(count).padStart(2, '0') });
  };
  try {
    const { citizen, cases } = await travel({ wallet, world: running, person: people[language], language, look });
    await checkWallet(citizen, cases);
    await checkDesks(citizen, cases);
    await checkNews(citizen, cases);
    await checkLookAlike(citizen, traffic);
  } finally {
    await wallet.close();
    await traffic.close();
  }
}

type Picture = { readonly name: string; readonly language: Language; readonly order: string };

async function takePictures(page: Page, { name, language, order }: Picture): Promise<void> {
  const [, size] = sizes.find(([prefix]) => name.startsWith(prefix)) ?? sizes[3];
  await page.setViewportSize(size);
  await page.evaluate(() => window.scrollTo(0, 0));
  const file = join(folder, language, `${order}-${name}.png`);
  await picture(page, file);
  if (alsoDark.has(name)) {
    await page.emulateMedia({ colorScheme: 'dark' });
    await picture(page, file.replace(/\.png$/, '-dark.png'));
    await page.emulateMedia({ colorScheme: 'light' });
  }
  const word = kept[`${language}/${name}`];
  if (word && process.argv.includes('--keep')) await picture(page, join(root, 'docs/tour', `${word}.png`));
}

async function picture(page: Page, path: string): Promise<void> {
  mkdirSync(dirname(path), { recursive: true });
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
  await page.screenshot({ path, animations: 'disabled', caret: 'hide' });
  const kilobytes = Math.round(statSync(path).size / 1024);
  if (path.includes('/docs/') && kilobytes > 200) process.stdout.write(`${path} has ${kilobytes} kB; 200 are allowed.\n`);
}
