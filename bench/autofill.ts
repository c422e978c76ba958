import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Classified, classifyPage } from '../extension/src/core/autofill/classify.ts';
import { type CorpusPage, loadPages, readCorpusPages, savePages } from './corpus-pages.ts';
import type { BenchReport } from './report.ts';

/** One labelled field of a corpus: its page, a path below the corpus, and its `data-fid`. */
type Labelled = { readonly page: string; readonly field: string };
type Prediction = Labelled & { readonly token: string; readonly why: string };

const usage = 'autofill needs --corpus <folder with labels.jsonl> --out <predictions.jsonl>, and takes --save or --saved <snapshots.jsonl>';

/**
 * What the wallet takes each labelled field of a corpus for: one JSON line a field, `{page, field, token, why}`, in `--out`, for the corpus's own scorer. The pages are
 * read in real Chromium by the built extension; `--save` keeps what was read, and `--saved` classifies that again without a browser. A field
 * that nobody sees is never filled, but named here all the same: the measure is what it asks.
 */
export async function run(args: readonly string[]): Promise<BenchReport> {
  const corpus = readFlag(args, '--corpus');
  const out = readFlag(args, '--out');
  if (corpus === undefined || out === undefined) throw new Error(usage);
  const labelled = readFileSync(join(corpus, 'labels.jsonl'), 'utf8').split('\n').filter(Boolean).map(readLabel);
  const started = performance.now();
  const pages = await readPages(args, corpus, [...new Set(labelled.map(({ page }) => page))]);
  const predictions = predictAll(pages, labelled);
  writeFileSync(out, predictions.map((line) => `${JSON.stringify(line)}\n`).join(''));
  return describe(predictions, performance.now() - started);
}

function readFlag(args: readonly string[], name: string): string | undefined {
  return args.includes(name) ? args[args.indexOf(name) + 1] : undefined;
}

async function readPages(args: readonly string[], corpus: string, names: readonly string[]): Promise<CorpusPage[]> {
  const saved = readFlag(args, '--saved');
  if (saved !== undefined) return loadPages(saved);
  const pages = await readCorpusPages(corpus, names);
  const save = readFlag(args, '--save');
  if (save !== undefined) savePages(save, pages);
  return pages;
}

function readLabel(line: string): Labelled {
  const { page, selector } = JSON.parse(line) as { page: string; selector: string };
  return { page, field: /"(\d{1,9})"/.exec(selector)?.[1] ?? '' };
}

function predictAll(pages: readonly CorpusPage[], labelled: readonly Labelled[]): Prediction[] {
  const byPage = Map.groupBy(labelled, (label) => label.page);
  return pages.flatMap(({ page, snapshot, handles }) => {
    const classified = new Map(classifyPage(snapshot).map((item) => [item.handle, item]));
    return (byPage.get(page) ?? []).map(({ field }) => {
      const found = (handles.get(field) ?? []).flatMap((handle) => classified.get(handle) ?? []);
      const shown = found.find((item) => tokenOf(item) !== 'none') ?? found[0];
      return {
        page,
        field,
        token: shown === undefined ? 'none' : tokenOf(shown),
        why: shown === undefined ? 'not read' : explainLine(shown),
      };
    });
  });
}

/** Data that the tokens of corpora do not tell apart. */
const tokens: Readonly<Record<string, string>> = {
  'tel-home': 'tel',
  'economic-code': 'tax-id',
  'given-name-latin': 'given-name',
  'family-name-latin': 'family-name',
  'name-latin': 'name',
  'father-name-latin': 'father-name',
  'passport-issue-date': 'document-issue-date',
  'passport-expiry-date': 'document-expiry-date',
};

/** The tokens that corpora know; whatever else the wallet knows counts there as nothing that is asked. */
const knownTokens: ReadonlySet<string> = new Set(
  (
    'honorific-prefix given-name additional-name family-name honorific-suffix name nickname organization organization-title street-address address-line1 ' +
    'address-line2 address-line3 address-level1 address-level2 address-level3 address-level4 postal-code country country-name language bday bday-day ' +
    'bday-month bday-year sex url tel tel-country-code tel-national tel-area-code tel-local email national-id birth-certificate-number id-card-number ' +
    'tax-id social-security-number health-id father-name mother-name birth-place nationality marital-status education-level religion blood-type height ' +
    'eye-color passport-number passport-issuing-country passport-issue-day passport-issue-month passport-issue-year passport-expiry-day ' +
    'passport-expiry-month passport-expiry-year document-issue-date document-expiry-date drivers-license-number vehicle-vin vehicle-make vehicle-model ' +
    'vehicle-color vehicle-plate org-national-id org-registration-number bank-account-number bank-sort-code bank-bic iban address-house-number ' +
    'address-unit address-floor fax'
  ).split(' '),
);

function tokenOf({ verdict }: Classified): string {
  if (verdict.kind !== 'datum') return 'none';
  const token = tokens[verdict.datum] ?? verdict.datum;
  return knownTokens.has(token) ? token : 'none';
}

/** The decision in one line: what it is, by which evidence, in which words, and what the neighbours added. */
function explainLine({ verdict, reason }: Classified): string {
  const what = 'datum' in verdict ? verdict.datum : verdict.kind;
  const whose = verdict.kind === 'other-person' ? ` of ${verdict.person} ${verdict.which}` : '';
  return `${what}${whose} by ${reason.signal ?? 'nothing'} «${reason.words}»${reason.context === undefined ? '' : `, ${reason.context}`}`;
}

function describe(predictions: readonly Prediction[], ms: number): BenchReport {
  const pages = new Set(predictions.map(({ page }) => page)).size;
  const named = predictions.filter(({ token }) => token !== 'none').length;
  return {
    name: 'autofill: what each labelled field is taken for',
    rows: [
      { label: 'pages', value: pages, unit: '' },
      { label: 'labelled fields', value: predictions.length, unit: '' },
      { label: 'taken for a datum of the citizen’s', value: named, unit: '' },
      { label: 'per page, all included', value: ms / pages, unit: 'ms' },
    ],
    json: { pages, fields: predictions.length, named, msPerPage: ms / pages },
  };
}
