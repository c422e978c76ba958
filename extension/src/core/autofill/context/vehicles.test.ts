import { expect, it } from 'vitest';
import { classifyPage } from '../classify.ts';
import { makePage } from '../testing/page.ts';

it('a registration number is a plate under the heading of a vehicle, and nothing known elsewhere', () => {
  const read = (heading: string) => classifyPage(makePage([{ label: 'Registration number', headings: [heading] }]))[0]?.verdict;
  expect(read('Your vehicle')).toEqual({ kind: 'datum', datum: 'vehicle-plate' });
  expect(read('Your club')).toEqual({ kind: 'unknown' });
});
