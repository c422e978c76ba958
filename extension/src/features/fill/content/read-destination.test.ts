import { beforeEach, expect, it } from 'vitest';
import { readDestination } from './read-destination.ts';

beforeEach(() => {
  window.location.href = 'https://tax.test/form';
});

it.each([
  ['its own page', '<form></form>', 'https://tax.test'],
  ['a path', '<form action="/send"></form>', 'https://tax.test'],
  ['another site', '<form action="https://evil.test/"></form>', 'https://evil.test'],
  [
    'another site, by a button of its own',
    '<form action="/send"><button formaction="https://evil.test/x">Go</button></form>',
    'https://evil.test',
  ],
  [
    'another site, by a button that stands apart',
    '<form id="f"></form><button form="f" formaction="https://evil.test/">Go</button>',
    'https://evil.test',
  ],
  ['its own site, by a button', '<form><button formaction="/draft">Draft</button></form>', 'https://tax.test'],
  ['a script', '<form action="javascript:void 0"></form>', null],
  [
    'its own page, where the button is of another form',
    '<form></form><form><button formaction="https://evil.test/">Go</button></form>',
    'https://tax.test',
  ],
])('A16: a form goes to %s', (_what, html, origin) => {
  document.body.innerHTML = html;
  const form = document.querySelector('form');
  expect(form && readDestination(form)).toBe(origin);
});
