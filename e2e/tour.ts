import { mkdirSync, rmSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import process from 'node:process';
import { getLetterPerson } from '@daricheh/agencies/people';
import type { Page } from '@playwright/test';
import { launchWallet } from './browser.ts';
import { becomeCitizen, type Newcomer, receiveDocuments } from './citizen.ts';
import { declareFacts, renewLicence } from './citizen-acts.ts';
import { type RunningWorld, startWorld } from './demo.ts';
import { collectDocuments, refuseAmongDocuments, visitOffices } from './documents-journey.ts';
import { travel } from './journey.ts';
import { checkDesks, checkLookAlike, checkNews, checkWallet } from './journey-checks.ts';
import type { Language } from './screens/onboarding.ts';
import { recordTraffic, type Traffic } from './traffic.ts';

const root = join(import.meta.dirname, '..');
const people = { fa: getLetterPerson('sara-rezaei'), en: getLetterPerson('anna-mueller') };
const holder = getLetterPerson('sara-rezaei');

type Visitor = Newcomer & { readonly traffic: Traffic };

/** Each part is told by one citizen in a browser of their own. `fill` retakes a piece of the journey. */
const parts = {
  journey: async ({ traffic, ...newcomer }: Visitor) => {
    const { citizen, cases } = await travel(newcomer);
    await checkWallet(citizen, cases);
    await checkDesks(citizen, cases);
    await checkNews(citizen, cases);
    await checkLookAlike(citizen, traffic);
  },
  documents: async (visitor: Visitor) => {
    const citizen = await becomeCitizen({ ...visitor, person: holder });
    await receiveDocuments(citizen);
    await collectDocuments(citizen);
    await refuseAmongDocuments(citizen);
    await visitOffices(citizen);
  },
  fill: async (visitor: Visitor) => {
    const citizen = await becomeCitizen(visitor);
    await receiveDocuments(citizen);
    await declareFacts(citizen);
    await renewLicence(citizen);
  },
} as const;
type PartName = keyof typeof parts;

/** Screens that are pictured in dark colours too. */
const alsoDark: ReadonlySet<string> = new Set([
  ...['consent-sign', 'consent-choice', 'consent-second-code', 'wallet-documents', 'wallet-all-documents'],
  ...['wallet-cases', 'panel-transport', 'popup-look-alike', 'api-docs'],
]);

/** What the README and the documents under docs show, by picture. */
const kept: Readonly<Record<string, string>> = {
  'fa/consent-sign': 'sign',
  'en/panel-transport': 'fill',
  'en/wallet-all-documents': 'documents',
  'en/caseworker-case-tax': 'caseworker',
  'en/consent-choice': 'choice',
};

/** As wide as each is beside a page, or as a tab; popup and panel are tabs here. */
const sizes = [
  ['popup', { width: 380, height: 600 }],
  ['panel', { width: 400, height: 900 }],
  ['consent', { width: 440, height: 780 }],
  ['wallet-all', { width: 1200, height: 1240 }],
] as const;
const whole = { width: 1200, height: 860 };

// A demo of its own: that of `npm start` keeps its data, and may be running.
process.env['DARICHEH_DEMO_DIR'] ??= join(root, '.demo-tour');
process.env['DARICHEH_PORT'] ??= '8770';

const folder = join(root, '.tour');
const asked = readAsked(process.argv);
if (asked.parts.length + asked.languages.length === 0) rmSync(folder, { recursive: true, force: true });
const world = await startWorld();
try {
  for (const part of asked.parts.length === 0 ? (['journey', 'documents'] as const) : asked.parts) {
    for (const language of asked.languages.length === 0 ? (['fa', 'en'] as const) : asked.languages) await play(part, world, language);
  }
} finally {
  await world.stop();
}
process.stdout.write(`The pictures are in ${folder}.\n`);

/** The parts and languages that are named behind `--tour`; of either none where all are meant. */
function readAsked(words: readonly string[]): { readonly parts: readonly PartName[]; readonly languages: readonly Language[] } {
  const named = words.slice(words.indexOf('--tour') + 1).filter((word) => !word.startsWith('--'));
  const languages = named.filter((word) => word === 'fa' || word === 'en');
  const unknown = named.find((word) => !isPart(word) && word !== 'fa' && word !== 'en');
  if (unknown !== undefined) throw new Error(`The tour has no part "${unknown}"; it has ${Object.keys(parts).join(', ')}.`);
  return { parts: named.filter(isPart), languages };
}

function isPart(word: string): word is PartName {
  return Object.hasOwn(parts, word);
}

async function play(part: PartName, running: RunningWorld, language: Language): Promise<void> {
  const traffic = await recordTraffic(running.demo.ports.sites);
  const wallet = await launchWallet({ extension: running.extension, proxy: traffic.proxy });
  const started = Date.now();
  let count = 0;
  const look = async (name: string, page: Page) => {
    count += 1;
    await takePictures(page, { name, language, place: join(folder, part, language), order: String(count).padStart(2, '0') });
  };
  try {
    await parts[part]({ wallet, world: running, person: people[language], language, look, traffic });
    process.stdout.write(`${part} (${language}): ${count} screens in ${Math.round((Date.now() - started) / 1000)} s\n`);
  } finally {
    await wallet.close();
    await traffic.close();
  }
}

type Picture = { readonly name: string; readonly language: Language; readonly place: string; readonly order: string };

async function takePictures(page: Page, { name, language, place, order }: Picture): Promise<void> {
  const size = sizes.find(([prefix]) => name.startsWith(prefix))?.[1] ?? whole;
  await page.setViewportSize(size);
  await page.evaluate(() => window.scrollTo(0, 0));
  const file = join(place, `${order}-${name}.png`);
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
