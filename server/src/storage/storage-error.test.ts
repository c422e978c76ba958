import { AppError } from '@daricheh/shared/errors';
import { describe, expect, it } from 'vitest';
import { isNameTaken, isSerializationFailure, toStorageError } from './storage-error.ts';

const driverError = (code: string, message = 'x') => Object.assign(new Error(message), { code });

describe('what a database driver throws', () => {
  it.each([
    ['SQLITE_FULL', 'storage_full'],
    ['53100', 'storage_full'],
    ['SQLITE_BUSY', 'unavailable'],
    ['SQLITE_IOERR_FSYNC', 'unavailable'],
    ['ECONNREFUSED', 'unavailable'],
    ['57P01', 'unavailable'],
    ['08006', 'unavailable'],
    ['22021', 'malformed_request'],
  ])('%s is told as %s', (code, told) => {
    expect(toStorageError(driverError(code))).toMatchObject({ code: told });
  });

  it.each(['Connection terminated unexpectedly', 'timeout exceeded when trying to connect', 'Query read timeout'])(
    '“%s” is told as unavailable',
    (message) => {
      expect(toStorageError(new Error(message))).toMatchObject({ code: 'unavailable' });
    },
  );

  it('is left as it is when it says something else', () => {
    const errors = [driverError('23505'), new AppError('not_found'), 'text'];
    expect(errors.map(toStorageError)).toEqual(errors);
  });

  it('may be a lost race, or a name that was taken', () => {
    expect(['40001', '40P01', '23505'].map((code) => isSerializationFailure(driverError(code)))).toEqual([true, true, false]);
    expect(['23505', '42P07', '42710', '40001'].map((code) => isNameTaken(driverError(code)))).toEqual([true, true, true, false]);
  });
});
