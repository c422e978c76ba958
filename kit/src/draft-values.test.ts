import { describe, expect, it, vi } from 'vitest';
import { isCardNumber, readDraft, writeDraft } from './draft-values.ts';

const names = ['name', 'town', 'kind', 'agree', 'card', 'secret', 'token'];
const sought = { fields: names.map((id) => ({ id, control: id })), places: [], path: '/' };

function formOf(html: string): HTMLFormElement {
  document.body.innerHTML = `<form>${html}</form>`;
  const form = document.querySelector('form');
  if (form === null) throw new Error('no form');
  return form;
}

const blank = `<input name="name"><select name="town"><option value=""></option><option value="t">T</option></select>
  <input type="radio" name="kind" value="1"><input type="radio" name="kind" value="2"><input type="checkbox" name="agree">`;

describe('a draft', () => {
  it('holds what stands in the definition’s fields, and can be put back', () => {
    const form = formOf(
      blank
        .replace('name="name"', 'name="name" value="سارا"')
        .replace('value="t"', 'value="t" selected')
        .replace('value="2"', 'value="2" checked'),
    );
    const kept = readDraft(form, sought);
    expect(kept).toEqual([
      { field: 'name', texts: ['سارا'] },
      { field: 'town', texts: ['t'] },
      { field: 'kind', texts: ['2'] },
      { field: 'agree', texts: [] },
    ]);
    const fresh = formOf(blank);
    writeDraft(fresh, sought, kept);
    expect(readDraft(fresh, sought)).toEqual(kept);
  });

  it('tells the page’s own scripts what it puts back', () => {
    const form = formOf('<input name="name">');
    const heard = vi.fn();
    for (const name of ['input', 'change']) form.addEventListener(name, heard);
    writeDraft(form, sought, [
      { field: 'name', texts: ['a'] },
      { field: 'gone', texts: ['b'] },
    ]);
    expect(heard).toHaveBeenCalledTimes(2);
  });

  it.each([
    ['a password', '<input type="password" name="secret" value="s">'],
    ['a file', '<input type="file" name="secret">'],
    ['what the page hides', '<input type="hidden" name="token" value="s">'],
    ['what the browser knows for a card', '<input name="card" autocomplete="billing cc-number" value="s">'],
    ['a code that was sent', '<input name="card" autocomplete="one-time-code" value="123456">'],
    ['the number of a card, whatever its field is called', '<input name="name" value="۶۲۷۴ ۱۲۱۱ ۱۱۱۱ ۱۱۱۸">'],
    ['what no field of the definition asks for', '<input name="other" value="s">'],
  ])('never holds %s', (_what, html) => {
    expect(readDraft(formOf(html), sought).flatMap(({ texts }) => texts)).toEqual([]);
  });

  it.each([
    ['4111 1111 1111 1111', true],
    ['6274-1211-1111-1118', true],
    ['4111 1111 1111 1112', false],
    ['9990014042', false],
    ['09123456789', false],
    ['a long text', false],
  ])('knows the number of a card: %s', (text, isOne) => {
    expect(isCardNumber(text)).toBe(isOne);
  });
});
