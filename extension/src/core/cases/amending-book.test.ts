import { beforeEach, describe, expect, it } from 'vitest';
import { AmendingBook } from './amending-book.ts';

const origin = 'https://tax.example';
const formUri = `${origin}/daricheh/forms/return`;
const earlier = { caseNumber: 'TAX-1', manifestHash: 'A'.repeat(43) };
const begun = { origin, formUri, caseId: 'c', earlier };

const inTab = async () => 7;

let memory: unknown;
let nowMs: number;
/** A worker: a new one has nothing but the memory of the browser. */
const openBook = () =>
  new AmendingBook({
    memory: {
      read: async () => memory,
      write: async (value) => {
        memory = structuredClone(value);
      },
    },
    nowMs: () => nowMs,
  });

beforeEach(() => {
  [memory, nowMs] = [undefined, 0];
});

describe('what is signed', () => {
  it('amends the case in the tab, at the origin and with the form that it was begun for, however its address is written', async () => {
    await openBook().start(begun, inTab);
    const amended = { caseId: 'c', ...earlier };
    expect(await openBook().find({ tabId: 7, origin }, formUri)).toEqual(amended);
    expect(await openBook().find({ tabId: 7, origin }, '/daricheh/forms/return')).toEqual(amended);
  });

  it.each<[string, Parameters<AmendingBook['find']>]>([
    ['in another tab', [{ tabId: 8, origin }, formUri]],
    ['at another origin', [{ tabId: 7, origin: 'https://tax.example.evil.test' }, formUri]],
    ['with another form', [{ tabId: 7, origin }, `${origin}/daricheh/forms/other`]],
  ])('is new %s', async (_where, place) => {
    await openBook().start(begun, inTab);
    expect(await openBook().find(...place)).toBeNull();
  });

  it('amends it also where the page asks before its tab is known', async () => {
    const book = openBook();
    const opening = Promise.withResolvers<number>();
    const started = book.start(begun, () => opening.promise);
    const found = book.find({ tabId: 7, origin }, formUri);
    opening.resolve(7);
    await started;
    expect(await found).toMatchObject({ caseId: 'c' });
  });

  it('is new once the citizen said so, half a day later, and where the tab was taken for another case', async () => {
    const book = openBook();
    await book.start(begun, inTab);
    await book.end(7);
    expect(await book.find({ tabId: 7, origin }, formUri)).toBeNull();
    await book.start(begun, inTab);
    nowMs = 12 * 3_600_000;
    expect(await book.find({ tabId: 7, origin }, formUri)).toBeNull();
    nowMs = 0;
    await Promise.all([book.start(begun, inTab), book.start({ ...begun, caseId: 'd' }, inTab)]);
    expect(await book.find({ tabId: 7, origin }, formUri)).toMatchObject({ caseId: 'd' });
  });
});
