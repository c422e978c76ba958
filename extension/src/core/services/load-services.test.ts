import { encodeUtf8 } from '@daricheh/shared/encoding';
import { AppError } from '@daricheh/shared/errors';
import { createTestAgency } from '@daricheh/shared/testing';
import { describe, expect, it } from 'vitest';
import type { SendHttp } from '../http/http.ts';
import { loadServices } from './load-services.ts';

const text = (words: string) => ({ fa: words, en: words });
const agency = (id: string) => createTestAgency({ id, name: text(id), origins: [`https://${id}.example`], level: 0 });

function catalogueOf(id: string, pages: readonly string[]): object {
  return {
    '@context': 'https://schema.org',
    '@type': 'GovernmentOrganization',
    name: text('another name'),
    url: `https://${id}.example/`,
    makesOffer: pages.map((url) => ({
      '@type': 'GovernmentService',
      '@id': url,
      name: text('service'),
      description: text('d'),
      url,
      cost: text('free'),
      days: 1,
      needs: [],
    })),
  };
}

const answers: Record<string, object> = {
  'https://tax.example/.well-known/services.jsonld': catalogueOf('tax', ['https://tax.example/return', 'https://evil.example/return']),
  'https://odd.example/.well-known/services.jsonld': { made: 'up' },
};
const send: SendHttp = async ({ url }) => {
  const body = answers[url];
  if (!body) throw new AppError('unavailable');
  return { status: 200, contentType: 'application/ld+json', bytes: encodeUtf8(JSON.stringify(body)) };
};

describe('loadServices', () => {
  it('lists what answers, under the name of the trust list, and names what does not', async () => {
    const { services, unreachable } = await loadServices([agency('tax'), agency('down'), agency('odd')], send);
    expect(services.map((offered) => [offered.agency.name.en, offered.service.url])).toEqual([['tax', 'https://tax.example/return']]);
    expect(unreachable.map((each) => each.id)).toEqual(['down', 'odd']);
  });
});
