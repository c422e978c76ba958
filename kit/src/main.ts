import { matchForm } from './match-form.ts';
import { prepareForm } from './sign-form.ts';
import { prepareSignIn, type SignInPorts } from './sign-in.ts';
import { addStyle } from './style.ts';

function start(): void {
  const { credentials } = navigator;
  const ports: SignInPorts = {
    // Looked up at the click, not now: a wallet may put its own in place after this script has run.
    wallet: credentials === undefined ? undefined : { get: (options) => credentials.get(options) },
    fetch: (path, init) => fetch(path, init),
    go: (path) => (path === undefined ? location.reload() : location.assign(path)),
  };
  addStyle(document);
  for (const form of document.querySelectorAll<HTMLFormElement>('form[data-daricheh-form]')) startForm(form);
  for (const button of document.querySelectorAll<HTMLButtonElement>('button[data-daricheh-sign-in]')) prepareSignIn(button, ports);
}

function startForm(form: HTMLFormElement): void {
  prepareForm(form);
  void matchForm(form, { fetchText: (path) => fetch(path), path: location.pathname, warn: tellDeveloper });
}

function tellDeveloper(words: string): void {
  // biome-ignore lint/suspicious/noConsole: the page's developer looks here, and nobody else
  console.warn(words);
}

if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', start, { once: true });
else start();
