import { describe, expect, it } from 'vitest';
import { offerMs, type ProofOffer } from './proof-offers.ts';
import { listWithoutReceipt } from './without-receipt.ts';

const origin = 'https://water.example';
const atMs = Date.parse('2026-11-28T10:00:00Z');
const offer: ProofOffer = {
  ...{ id: 'a', tabId: 7, atMs, lines: [], picture: null, sentBy: 'form' },
  page: { origin, path: '/complaint', title: 'شکایت' },
  sentTo: { origin: 'https://post.example', path: '/send', method: 'post' },
};

describe('a form of a site that gives a receipt', () => {
  it.each([
    ['a step before the one that was signed', origin, atMs + 60_000],
    ['the page that goes on after the signature', origin, atMs - 60_000],
    ['a form that is posted to where it was signed', 'https://post.example', atMs + 60_000],
  ])('is not offered: %s', (_case, signedAt, signedAtMs) => {
    expect(listWithoutReceipt([offer], [{ agency: { origin: signedAt }, signedAtMs }])).toEqual([]);
  });

  it.each([
    ['something was signed at another site', 'https://tax.example', atMs],
    ['something was signed there long before', origin, atMs - offerMs],
  ])('is offered where %s', (_case, signedAt, signedAtMs) => {
    expect(listWithoutReceipt([offer], [{ agency: { origin: signedAt }, signedAtMs }])).toEqual([offer]);
  });
});
