// @vitest-environment happy-dom
import type { SoughtPlace } from '@daricheh/shared/submission';
import { describe, expect, it } from 'vitest';
import { readControls } from './read-controls.ts';

function read(html: string, names: readonly string[], places: readonly SoughtPlace[] = []) {
  document.body.innerHTML = `<form>${html}</form>`;
  const form = document.querySelector('form');
  if (!form) throw new Error('no form');
  return readControls(form, { fields: names.map((name) => ({ id: `f-${name}`, control: name })), places, path: '/' });
}

describe('readControls', () => {
  it('reads what each named control would submit, hidden ones too', () => {
    const html = `
      <input name="a" value="1"><input type="hidden" name="b" value="2"><textarea name="c">3</textarea>
      <select name="d"><option value="x">X</option><option value="y" selected>Y</option></select>
      <input type="checkbox" name="e" value="yes"><input type="radio" name="f" value="1"><input type="radio" name="f" value="2" checked>`;
    expect(read(html, ['a', 'b', 'c', 'd', 'e', 'f'])).toEqual([
      { name: 'a', value: '1', isCheckbox: false },
      { name: 'b', value: '2', isCheckbox: false },
      { name: 'c', value: '3', isCheckbox: false },
      { name: 'd', value: 'y', isCheckbox: false },
      { name: 'e', value: null, isCheckbox: true },
      { name: 'f', value: null, isCheckbox: false },
      { name: 'f', value: '2', isCheckbox: false },
    ]);
  });

  it('leaves out what was not asked for, disabled controls, passwords, files and buttons', () => {
    const html = `
      <input name="other" value="1"><input name="a" value="2" disabled><input type="password" name="a" value="3">
      <input type="file" name="a"><button name="a" value="4">x</button><input type="submit" name="a" value="5">`;
    expect(read(html, ['a'])).toEqual([]);
    expect(read('<input type="password" data-daricheh-field="f-a" value="3"><input type="file" data-daricheh-field="f-a">', ['a'])).toEqual(
      [],
    );
  });

  it('reads the control that the page marks, under the definition’s name', () => {
    const html = '<input name="a" value="by name"><input name="vorname" value="marked" data-daricheh-field="f-a">';
    expect(read(html, ['a'])).toEqual([{ name: 'a', value: 'marked', isCheckbox: false }]);
  });

  it('reads the control that the form map names', () => {
    const place = { paths: ['/'], marks: ['row1'], controls: { 'f-a': 'row1' } };
    expect(read('<input name="row1" value="mapped">', ['a'], [place])).toEqual([{ name: 'a', value: 'mapped', isCheckbox: false }]);
    expect(read('<input name="row1" value="mapped">', ['a'], [{ ...place, paths: ['/elsewhere'] }])).toEqual([]);
  });
});
