// @vitest-environment happy-dom
import { beforeEach, describe, expect, it } from 'vitest';
import { findFirstFormUri, findForm, readFormUri, showSignButtons } from './signable-forms.ts';

const uri = `${location.origin}/daricheh/forms/return`;

beforeEach(() => {
  document.body.innerHTML = `
    <form id="plain"></form>
    <form id="away" data-daricheh-form="https://evil.example/forms/a"></form>
    <form id="good" data-daricheh-form="/daricheh/forms/return"><button type="button" data-daricheh-sign hidden>Sign</button></form>`;
});

describe('a form that can be signed', () => {
  it('names a definition at its own origin', () => {
    expect(['plain', 'away', 'good'].map((id) => readFormUri(document.getElementById(id)))).toEqual([undefined, undefined, uri]);
  });

  it('is found by it', () => {
    expect(findFirstFormUri()).toBe(uri);
    expect(findForm(uri)?.id).toBe('good');
    expect(findForm(`${uri}s`)).toBeUndefined();
  });

  it('gets its button back', () => {
    showSignButtons();
    expect(document.querySelector('[data-daricheh-sign]')?.hasAttribute('hidden')).toBe(false);
  });
});
