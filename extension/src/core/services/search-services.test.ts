import { describe, expect, it } from 'vitest';
import { type OfferedService, searchServices } from './search-services.ts';

function offer(id: string, fa: string, en: string, agency = { fa: 'شهرداری', en: 'Municipality' }): OfferedService {
  const text = (words: string) => ({ fa: words, en: words });
  return {
    agency: { id, name: agency, origin: `https://${id}.example` },
    service: {
      '@type': 'GovernmentService',
      '@id': id,
      name: { fa, en },
      description: text(`description-${id}`),
      url: `https://${id}.example/`,
      cost: text('free'),
      days: 3,
      needs: [],
    },
  };
}

const services = [
  offer('permit', 'پروانهٔ ساختمانی', 'Building permit'),
  offer('tax', 'اظهارنامهٔ مالیات', 'Tax return', { fa: 'سازمان امور مالیاتی', en: 'Tax Administration' }),
  offer('passport', 'گذرنامه', 'Passport', { fa: 'ادارهٔ گذرنامه', en: 'Passport Office' }),
];
const find = (words: string) => searchServices(services, words).map((found) => found.service['@id']);

describe('searchServices', () => {
  it.each([
    ['پروانه', ['permit']],
    ['مالیات', ['tax']],
    ['ماليات', ['tax']],
    ['گذر‌نامه', ['passport']],
    ['گذر نامه', ['passport']],
    ['PASSPORT', ['passport']],
    ['tax return', ['tax']],
    ['return permit', []],
    ['description-tax', ['tax']],
  ])('finds by %s', (words, ids) => {
    expect(find(words)).toEqual(ids);
  });

  it('lists everything while nothing is asked', () => {
    expect(find('  ')).toEqual(['permit', 'tax', 'passport']);
  });

  it('puts a service that has the word in its name before one whose agency has it', () => {
    const office = offer('photo', 'عکس', 'Photo', { fa: 'ادارهٔ گذرنامه', en: 'Passport Office' });
    expect(searchServices([office, ...services], 'passport').map((found) => found.service['@id'])).toEqual(['passport', 'photo']);
  });
});
