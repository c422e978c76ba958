import { AppError } from '@daricheh/shared/errors';
import { maxPageEntries } from '@daricheh/shared/log';
import { type Context, Hono } from 'hono';
import type { AppEnv } from '../app-env.ts';
import type { Deps } from '../deps.ts';
import { findOwnCase } from '../middleware/own-case.ts';
import { limitFailures, limitRequests } from '../middleware/rate-limit.ts';
import { answerConsistency, answerInclusion, proveReceipt } from './prove.ts';
import { createCheckpointPublisher } from './publish-checkpoint.ts';

/** The agency's tamper-evident log, for whoever audits it, and the proof of a case's receipt for whoever holds the case's token. */
export function createLogRoutes(deps: Deps): Hono<AppEnv> {
  const app = new Hono<AppEnv>();
  const { store } = deps;
  const publish = createCheckpointPublisher(deps);
  app.use('/daricheh/log/*', limitRequests(deps));
  app.get('/daricheh/log/checkpoint', async (context) => {
    const { checkpoint } = await publish(context.get('agency'));
    return context.json({ checkpoint });
  });
  app.get('/daricheh/log/inclusion', async (context) =>
    context.json(
      await answerInclusion(store, context.get('agency').id, { index: readNumber(context, 'index'), size: readNumber(context, 'size') }),
    ),
  );
  app.get('/daricheh/log/consistency', async (context) =>
    context.json(
      await answerConsistency(store, context.get('agency').id, { from: readNumber(context, 'from'), to: readNumber(context, 'to') }),
    ),
  );
  app.get('/daricheh/log/entries', async (context) => {
    const query = { agency: context.get('agency').id, start: readNumber(context, 'start'), count: maxPageEntries };
    return context.json({ entries: await store.log.list(query) });
  });
  app.get('/daricheh/cases/:caseNumber/log-proof', limitFailures(deps), async (context) => {
    const record = await findOwnCase(context, context.req.param('caseNumber'), deps);
    const proof = await proveReceipt(store, context.get('agency'), record, publish);
    if (proof === null) throw new AppError('not_found');
    return context.json(proof);
  });
  return app;
}

/** A whole number of the query, in decimal digits. @throws AppError `malformed_request` */
function readNumber(context: Context<AppEnv>, name: string): number {
  const text = context.req.query(name) ?? '';
  if (!/^(0|[1-9]\d{0,14})$/.test(text)) throw new AppError('malformed_request', { what: name });
  return Number(text);
}
