// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { readCells } from './read-labels.ts';

const box = '<td><input></td>';

function read(table: string): readonly { readonly cell: string; readonly column: string }[] {
  document.body.innerHTML = `<table>${table}</table>`;
  return [...document.querySelectorAll('input')].map((input) => readCells(input));
}

describe('the cells that label a control', () => {
  it('are the one before it in its row, and the header of its column', () => {
    expect(read(`<tr><th>نسبت</th><th>نام</th></tr><tr><td>پدر</td>${box}</tr>`)).toEqual([{ cell: 'پدر', column: 'نام' }]);
  });

  it('are all that stand over its column in a head of several rows, but not what stands over the whole table', () => {
    const head = `<thead><tr><th colspan="3">درخواست</th></tr><tr><th rowspan="2">ردیف</th><th colspan="2">همسر</th></tr>
      <tr><th>نام</th><th>کد ملی</th></tr></thead>`;
    expect(read(`${head}<tbody><tr><td>۱</td>${box}${box}</tr></tbody>`)).toEqual([
      { cell: '۱', column: 'همسر نام' },
      { cell: '۱', column: 'همسر کد ملی' },
    ]);
  });

  it('are those that its own cell names', () => {
    expect(read('<tr><th id="a">نام</th><th id="b">متقاضی</th></tr><tr><td headers="b a" colspan="2"><input></td></tr>')).toEqual([
      { cell: '', column: 'متقاضی نام' },
    ]);
  });

  it.each([
    ['its row has other columns than the head', `<thead><tr><th>نام</th></tr></thead><tbody><tr>${box}${box}</tr></tbody>`],
    ['the first row asks something itself', `<tr>${box}${box}</tr><tr>${box}${box}</tr>`],
    ['a title stands over all columns', `<tr><th colspan="2">مشخصات</th></tr><tr>${box}${box}</tr>`],
  ])('are none where %s', (_why, table) => {
    expect(new Set(read(table).map(({ column }) => column))).toEqual(new Set(['']));
  });
});
