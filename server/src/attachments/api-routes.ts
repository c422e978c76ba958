import { AppError } from '@daricheh/shared/errors';
import { Hono } from 'hono';
import * as z from 'zod/mini';
import type { AppEnv } from '../app-env.ts';
import type { Deps } from '../deps.ts';
import { requireApiKey } from '../middleware/api-key.ts';
import { limitWrongKeys } from '../middleware/rate-limit.ts';
import { answerFile } from './answer-file.ts';

/** What an agency's own system is told of a case's files. */
export const attachmentList = z.strictObject({
  attachments: z.array(
    z.strictObject({
      ...{ id: z.string(), slot: z.string(), name: z.string(), mediaType: z.string() },
      ...{ sha256: z.string(), size: z.int() },
    }),
  ),
});

/** The files of cases, for an agency's own system, which shows its API key. */
export function createAttachmentApiRoutes(deps: Deps): Hono<AppEnv> {
  const app = new Hono<AppEnv>();
  const limit = limitWrongKeys(deps);
  app.get('/daricheh/api/cases/:caseNumber/attachments', limit, requireApiKey, async (context) => {
    const name = { agency: context.get('agency').id, caseNumber: context.req.param('caseNumber') };
    if ((await deps.store.cases.read(name)) === null) throw new AppError('not_found');
    return context.json(attachmentList.parse({ attachments: await deps.store.attachments.list(name) }));
  });
  app.get('/daricheh/api/cases/:caseNumber/attachments/:id', limit, requireApiKey, (context) =>
    answerFile({ agency: context.get('agency').id, caseNumber: context.req.param('caseNumber') }, context.req.param('id'), deps),
  );
  return app;
}
