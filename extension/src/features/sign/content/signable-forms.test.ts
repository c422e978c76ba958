// @vitest-environment happy-dom
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { findFirstFormUri, findForm, readFormUri, showSignButtons, watchCaseButtons, whenOneMayStand } from './signable-forms.ts';

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

  it('is asked about at once where it stands, and once somebody moves where none does yet', () => {
    const ask = vi.fn();
    whenOneMayStand(ask);
    expect(ask).toHaveBeenCalledTimes(1);
    document.body.innerHTML = '<p>نوشته</p>';
    whenOneMayStand(ask);
    expect(ask).toHaveBeenCalledTimes(1);
    for (const type of ['mouseover', 'keydown']) document.body.dispatchEvent(new Event(type, { bubbles: true }));
    expect(ask).toHaveBeenCalledTimes(2);
  });

  it('gets its button back', () => {
    showSignButtons();
    expect(document.querySelector('[data-daricheh-sign]')?.hasAttribute('hidden')).toBe(false);
  });

  it('shows what leads to its case, and hears no click of a script on it', () => {
    const form = document.getElementById('good');
    form?.insertAdjacentHTML('beforeend', '<button type="button" data-daricheh-case="CASE-1" hidden>Follow</button>');
    const show = vi.fn();
    watchCaseButtons(show);
    showSignButtons();
    const button = document.querySelector<HTMLElement>('[data-daricheh-case]');
    expect(button?.hidden).toBe(false);
    button?.click();
    expect(show).not.toHaveBeenCalled();
  });
});
