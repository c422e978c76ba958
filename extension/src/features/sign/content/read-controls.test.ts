// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { readControls } from './read-controls.ts';

function formOf(html: string): HTMLFormElement {
  document.body.innerHTML = `<form>${html}</form>`;
  const form = document.querySelector('form');
  if (!form) throw new Error('no form');
  return form;
}

describe('readControls', () => {
  it('reads what each named control would submit, hidden ones too', () => {
    const form = formOf(`
      <input name="a" value="1"><input type="hidden" name="b" value="2"><textarea name="c">3</textarea>
      <select name="d"><option value="x">X</option><option value="y" selected>Y</option></select>
      <input type="checkbox" name="e" value="yes"><input type="radio" name="f" value="1"><input type="radio" name="f" value="2" checked>`);
    expect(readControls(form, new Set(['a', 'b', 'c', 'd', 'e', 'f']))).toEqual([
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
    const form = formOf(`
      <input name="other" value="1"><input name="a" value="2" disabled><input type="password" name="a" value="3">
      <input type="file" name="a"><button name="a" value="4">x</button><input type="submit" name="a" value="5">`);
    expect(readControls(form, new Set(['a']))).toEqual([]);
  });
});
