import { describe, expect, it } from 'vitest';
import { AppError, errorCodes, errorSentences, fromWire, toWire } from './index.ts';

describe('an error that crosses a boundary', () => {
  it('keeps its code and facts', () => {
    const there = JSON.parse(JSON.stringify(toWire(new AppError('body_too_large', { limit: 98_304 })))) as unknown;
    expect(toWire(fromWire(there))).toEqual({ code: 'body_too_large', facts: { limit: 98_304 } });
  });

  it('tells nothing of an error that is not ours', () => {
    expect(toWire(new TypeError('0123456789 is not a national id'))).toEqual({ code: 'internal_error', facts: {} });
  });

  it.each([null, 'body_too_large', [], { code: 'no_such_code' }, { code: 'toString' }])('reads %j as internal_error', (wire) => {
    expect(fromWire(wire).code).toBe('internal_error');
  });

  it('drops facts that are not plain values', () => {
    expect(fromWire({ code: 'not_found', facts: { a: 1, b: { c: 2 } } }).facts).toEqual({ a: 1 });
  });
});

describe('the list of codes', () => {
  it.each(Object.entries(errorCodes))('%s has the status of a refusal', (_code, status) => {
    expect(status).toBeGreaterThanOrEqual(400);
    expect(status).toBeLessThan(600);
  });

  it.each(Object.entries(errorSentences))('%s has a sentence in each language', (_code, { fa, en }) => {
    expect(fa).toMatch(/[\u0600-\u06FF].*[.؟!]$/u);
    expect(en).toMatch(/^[A-Z“].*[.?!]$/u);
  });
});
