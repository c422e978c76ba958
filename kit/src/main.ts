import { openWallet } from './ask-wallet.ts';
import { keepDraft } from './keep-draft.ts';
import { matchForm } from './match-form.ts';
import { prepareForm } from './sign-form.ts';
import { prepareSignIn, type SignInPorts } from './sign-in.ts';
import { addStatusLine } from './status-line.ts';
import { addStyle } from './style.ts';
import { wordsOf } from './words.ts';

function start(): void {
  const { credentials } = navigator;
  const ports: SignInPorts = {
    // Looked up at the click, not now: a wallet may put its own in place after this script has run.
    wallet: credentials === undefined ? undefined : { get: (options) => credentials.get(options) },
    fetch: (path, init) => fetch(path, init),
    go: (path) => (path === undefined ? location.reload() : location.assign(path)),
  };
  addStyle(document);
  for (const form of document.querySelectorAll<HTMLFormElement>('form[data-daricheh-form]')) void startForm(form);
  for (const button of document.querySelectorAll<HTMLButtonElement>('button[data-daricheh-sign-in]')) prepareSignIn(button, ports);
}

async function startForm(form: HTMLFormElement): Promise<void> {
  const line = prepareForm(form);
  const sought = await matchForm(form, { fetchText: (path) => fetch(path), path: location.pathname, warn: tellDeveloper });
  if (sought === undefined || form.dataset['darichehDrafts'] === 'off') return;
  keepDraft(form, { sought, ask: openWallet(form), status: addStatusLine(line, 'draft-status'), words: wordsOf(document) });
}

function tellDeveloper(words: string): void {
  // biome-ignore lint/suspicious/noConsole: the page's developer looks here, and nobody else
  console.warn(words);
}

if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', start, { once: true });
else start();
