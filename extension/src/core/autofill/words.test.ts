import { describe, expect, test } from 'vitest';
import { splitName, splitWords } from './words.ts';

const names = [
  'txtCodeMeli_12',
  'ctl00$MainContent$txtNationalID',
  'XMLHttpRequest2ndTry',
  'children[1].firstName',
  'IDNumber',
  'aBC1d2EF',
  'field-user.e_mail',
  '__VIEWSTATE',
  'A',
  '  tel  (home) ',
  '',
];

describe('words of ASCII are found in one go', () => {
  test.each(names)('“%s”: the same words as beside a letter of another script', (name) => {
    expect([...splitName(name), 'ب']).toEqual(splitName(`${name} ب`));
    expect([...splitWords(name), 'ب']).toEqual(splitWords(`${name} ب`));
  });

  test('a name is parted at capitals, digits and signs', () => {
    expect(splitName('ctl00$XMLTelHome2_nam-pedar')).toEqual(['ctl', '00', 'xml', 'tel', 'home', '2', 'nam', 'pedar']);
  });
});
