// @vitest-environment happy-dom
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { type FindControl, followControls, listControls } from './follow-controls.ts';

const form = `<form><input name="given"><input name="family"><input name="row"><input name="row">
  <input type="radio" name="sex" value="f"><input type="radio" name="sex" value="m"><input id="code"><input></form>`;

/** Draws the page, and follows its controls through what comes after. */
function draw(html: string): FindControl {
  document.body.innerHTML = html;
  return followControls(listControls());
}

function nameOf(find: FindControl, handle: number): string | undefined {
  const control = find(handle);
  return control && [...document.querySelectorAll('input')].map((input, place) => (input === control ? `#${place}` : '')).join('');
}

describe('a control of a page that has drawn its form anew', () => {
  beforeEach(() => {
    // No layout and no browser stand behind these pages: every control is as visible as any other, and no root is closed.
    Element.prototype.checkVisibility ??= () => true;
    vi.stubGlobal('chrome', undefined);
  });

  it('is the same one while it stands there', () => {
    const find = draw(form);
    const first = document.querySelector('input');
    expect(find(0)).toBe(first);
    expect(find(99)).toBeUndefined();
  });

  it('is the one of its kind and name, in its place among its namesakes, wherever that stands by now', () => {
    const find = draw(form);
    document.body.innerHTML = `<input name="new">${form}`;
    expect([0, 1, 2, 3, 4, 5, 6].map((handle) => nameOf(find, handle))).toEqual(['#1', '#2', '#3', '#4', '#5', '#6', '#7']);
  });

  it.each([
    ['it has gone', '<input name="family">', 0],
    ['it is of another kind', '<textarea name="given"></textarea>', 0],
    ['there are more of its name than before', `${form}<input name="row">`, 2],
    ['nothing names it', form, 7],
  ])('is none where %s', (_why, html, handle) => {
    const find = draw(form);
    document.body.innerHTML = html;
    expect(find(handle)).toBeUndefined();
  });

  it('is followed from one drawing to the next, and given up in a page that never stops', () => {
    const find = draw(form);
    const seen = Array.from({ length: 60 }, () => {
      document.body.innerHTML = form;
      return find(0)?.isConnected ?? false;
    });
    expect([seen[0], seen[20], seen[59]]).toEqual([true, true, false]);
  });
});
