import { AppError } from '@daricheh/shared/errors';
import { Hono } from 'hono';
import * as z from 'zod/mini';
import type { AppEnv } from '../app-env.ts';
import type { Deps } from '../deps.ts';
import { findOwnCase } from '../middleware/own-case.ts';
import { limitFailures } from '../middleware/rate-limit.ts';
import { readJson } from '../middleware/read-body.ts';
import { describeCase } from '../submissions/describe-case.ts';
import { requestErasure } from './request-erasure.ts';

/** Where whoever holds a case's token asks to have it erased. */
export function createErasureRoutes(deps: Deps): Hono<AppEnv> {
  const app = new Hono<AppEnv>();
  app.post('/daricheh/cases/:caseNumber/erasure', limitFailures(deps), async (context) => {
    const record = await findOwnCase(context, context.req.param('caseNumber'), deps);
    await readJson(context, z.strictObject({}));
    await requestErasure(record, deps);
    const file = await deps.store.cases.read(record);
    if (file === null) throw new AppError('not_found');
    return context.json(describeCase(file.case));
  });
  return app;
}
