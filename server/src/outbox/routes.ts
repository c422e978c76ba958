import { parseStrictJson } from '@daricheh/shared/encoding';
import { AppError } from '@daricheh/shared/errors';
import { Hono } from 'hono';
import type { AppEnv } from '../app-env.ts';
import type { Deps } from '../deps.ts';
import { requireApiKey } from '../middleware/api-key.ts';
import { limitWrongKeys } from '../middleware/rate-limit.ts';
import type { DeadLetter } from '../storage/outbox.ts';
import type { CaseFile } from '../storage/store.ts';
import { describeCase } from '../submissions/describe-case.ts';
import { resolutions, resolveEvent } from './resolve-event.ts';
import { type CaseForSystem, maxListed, type OutboxReport } from './shapes.ts';

/** For an agency's own system: a case that an event names, and the events that it could not be told of. */
export function createOutboxRoutes(deps: Deps): Hono<AppEnv> {
  const app = new Hono<AppEnv>();
  const { store } = deps;
  const limit = limitWrongKeys(deps);
  app.get('/daricheh/api/cases/:caseNumber', limit, requireApiKey, async (context) => {
    const file = await store.cases.read({ agency: context.get('agency').id, caseNumber: context.req.param('caseNumber') });
    if (file === null) throw new AppError('not_found');
    return context.json(describeForSystem(file));
  });
  app.get('/daricheh/api/events', limit, requireApiKey, async (context) => {
    const agency = context.get('agency').id;
    const { waiting } = await store.outbox.count(agency);
    const dead = await store.outbox.listDead({ agency, limit: maxListed });
    return context.json({ waiting, undelivered: dead.map(describeDeadLetter) } satisfies OutboxReport);
  });
  for (const resolution of resolutions) {
    app.post(`/daricheh/api/events/:id/${resolution}`, limit, requireApiKey, async (context) => {
      await resolveEvent({ agency: context.get('agency').id, id: context.req.param('id'), resolution, actor: null }, deps);
      return context.json({});
    });
  }
  return app;
}

function describeForSystem({ case: record, submissions }: CaseFile): CaseForSystem {
  const { formId, isSigned } = record;
  return {
    ...describeCase(record),
    ...{ formId, isSigned },
    submissions: submissions.map(({ id, receivedAt, manifestHash, body, receipt }) => ({
      ...{ id, receivedAt: receivedAt.toISOString(), manifestHash, body: parseStrictJson(body), receipt },
    })),
  };
}

function describeDeadLetter({ id, type, at, caseNumber, outcome, logIndex, tries, lastCode, behind }: DeadLetter) {
  return { id, type, timestamp: at.toISOString(), caseNumber, outcome, logIndex, tries, lastCode, behind };
}
