import { describe, expect, it } from 'vitest';
import { fieldIds, getField, isFieldId } from './index.ts';

describe('the citizen’s data', () => {
  it.each(fieldIds)('%s has a Persian and an English word', (id) => {
    expect(getField(id).fa).toMatch(/[\u0600-\u06FF]/);
    expect(getField(id).en).toMatch(/^[A-Z0-9]/);
  });

  it('is computed only from data that exist and hold a value of their own', () => {
    const sources = fieldIds.flatMap((id) => getField(id).from ?? []);
    expect(sources.filter((id) => !isFieldId(id) || getField(id).from !== undefined)).toEqual([]);
  });

  it('knows its own ids and no name of an object’s prototype', () => {
    expect([isFieldId('bday'), isFieldId('toString'), isFieldId('__proto__'), isFieldId(7)]).toEqual([true, false, false, false]);
  });
});
