import { type CheckReport, checkFile, describeBeside } from '@daricheh/shared/checking';
import { findBeside } from '../src/check/find-beside.ts';
import { tellReport } from '../src/check/tell-report.ts';
import { isolate } from '../src/check/text/check-text.ts';
import { getText, type Language } from '../src/text/text.ts';
import { element } from './element.ts';
import { showReport } from './show-report.ts';
import { nothingTaken, type Taken, takeFiles } from './take-files.ts';
import { createPagePorts } from './web-crypto.ts';
import { words } from './words.ts';

type Checked = { readonly name: string; readonly report: CheckReport | null };

const ports = createPagePorts(globalThis.crypto?.subtle);
const page = document.querySelector('#page');
let language: Language = location.hash === '#en' ? 'en' : 'fa';
let taken: Taken = nothingTaken;
let checked: readonly Checked[] = [];

const results = element('section', { id: 'results' });
const status = element('p', { role: 'status', class: 'status' });

async function checkAll(): Promise<readonly Checked[]> {
  if (ports === undefined) return [];
  const described = await Promise.all(
    taken.checkables.map(({ name, checkable }) => checkable && describeBeside(name, checkable, ports.sha256)),
  );
  const submissions = described.filter((each) => each !== null);
  return Promise.all(
    taken.checkables.map(async ({ name, checkable }) => {
      if (checkable === null) return { name, report: null };
      const beside = await findBeside(checkable, taken.others, ports.sha256);
      const call = { roots: taken.roots, trustList: null, beside, submissions, now: new Date() };
      return { name, report: await checkFile(checkable, call, ports) };
    }),
  );
}

async function take(files: readonly File[]): Promise<void> {
  if (files.length === 0) return;
  status.textContent = words[language].working;
  try {
    taken = await takeFiles(taken, files);
  } catch {
    // The browser's own words on a file that went away are in no language of ours.
    status.textContent = words[language].unreadable(files.map(({ name }) => name).join(', '));
    return;
  }
  checked = await checkAll();
  showResults();
}

function showResults(): void {
  const told = words[language];
  results.replaceChildren(...checked.map(({ name, report }) => showReport(name, report, language)));
  const { check } = getText(language);
  const verdicts = checked.map(
    ({ name, report }) => `${isolate(name)}: ${report === null ? check.notCheckable : `${tellReport(report, check, language).verdict}.`}`,
  );
  const roots = taken.roots.length === 0 ? [] : [told.rootsKept(taken.roots.length)];
  const waiting = checked.length === 0 && taken.others.length > 0 ? [told.onlyBeside] : [];
  status.textContent = ports === undefined ? told.noCrypto : [...verdicts, ...roots, ...waiting].join(' ');
}

function showPage(): void {
  const told = words[language];
  document.documentElement.lang = language;
  document.documentElement.dir = language === 'fa' ? 'rtl' : 'ltr';
  document.title = told.title;
  const input = element('input', { type: 'file', multiple: '', id: 'files', 'aria-describedby': 'files-hint' });
  input.addEventListener('change', () => void take([...(input.files ?? [])]));
  results.setAttribute('aria-label', told.results);
  const drop = element(
    'div',
    { class: 'drop' },
    element('label', { for: 'files' }, told.choose),
    element('p', { id: 'files-hint' }, told.chooseHint),
    input,
  );
  page?.replaceChildren(
    element('header', {}, element('h1', {}, told.title), makeButton('language', told.language, switchLanguage)),
    element('p', {}, told.lead),
    // From disk it is saved already.
    location.protocol === 'file:'
      ? ''
      : element('p', {}, element('a', { href: location.pathname, download: 'daricheh-check.html' }, told.savePage)),
    drop,
    element(
      'p',
      { class: 'acts' },
      makeButton('print', told.print, () => print()),
      makeButton('clear', told.clear, clear),
    ),
    ...[status, results],
  );
  showResults();
}

function makeButton(name: string, label: string, act: () => void): HTMLButtonElement {
  const button = element('button', { type: 'button', class: name }, label);
  // Its word is in the language that it leads to.
  if (name === 'language') button.lang = language === 'fa' ? 'en' : 'fa';
  button.addEventListener('click', act);
  return button;
}

function switchLanguage(): void {
  language = language === 'fa' ? 'en' : 'fa';
  history.replaceState(null, '', `#${language}`);
  showPage();
  page?.querySelector<HTMLElement>('.language')?.focus();
}

function clear(): void {
  [taken, checked] = [nothingTaken, []];
  showPage();
  page?.querySelector<HTMLElement>('#files')?.focus();
}

document.addEventListener('dragover', (event) => {
  event.preventDefault();
  document.body.classList.add('is-dragging');
});
document.addEventListener('dragleave', (event) => {
  if (event.relatedTarget === null) document.body.classList.remove('is-dragging');
});
document.addEventListener('drop', (event) => {
  event.preventDefault();
  document.body.classList.remove('is-dragging');
  void take([...(event.dataTransfer?.files ?? [])]);
});

showPage();
