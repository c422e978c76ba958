import { getLetterPerson } from '@daricheh/agencies/people';
import { expect, it } from 'vitest';
import { findData } from './wire.ts';

const person = getLetterPerson('sara-rezaei');
const { birth_certificate_number: certificate, national_id: nationalId, email } = person.claims;

it('what stands in a text is found by its claim', () => {
  expect(findData(`{"no":"${certificate}","id":"x${nationalId}y","mail":"${email}"}`, person)).toEqual([
    'national_id',
    'birth_certificate_number',
    'email',
  ]);
});

it('a short number is not found within a longer one, or within a word', () => {
  expect(findData(`{"at":17${certificate}0512345,"key":"aB${certificate}_x"}`, person)).toEqual([]);
});

it('what an allowed value contains is not told', () => {
  expect(findData(`id=${nationalId}`, person, [nationalId])).toEqual([]);
});
