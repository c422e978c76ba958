import { AppError } from '@daricheh/shared/errors';
import type { Context } from 'hono';
import type { AppEnv } from '../app-env.ts';
import { hashToken } from '../crypto/hash-token.ts';
import type { Deps } from '../deps.ts';
import type { CaseRecord } from '../storage/store.ts';
import { readBearer } from './api-key.ts';

/**
 * The case in the address, for whoever brings its token.
 * @throws AppError `not_found` where there is none, or the token is another's: nobody learns which
 */
export async function findOwnCase(context: Context<AppEnv>, caseNumber: string, { store }: Pick<Deps, 'store'>): Promise<CaseRecord> {
  const token = readBearer(context);
  const name = { agency: context.get('agency').id, caseNumber };
  const record = token === undefined ? null : await store.cases.findByToken(name, hashToken(token));
  if (record === null) throw new AppError('not_found');
  return record;
}
