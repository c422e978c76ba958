import { AppError } from '@daricheh/shared/errors';
import { cleanValue } from '@daricheh/shared/vocabulary';
import { Hono } from 'hono';
import * as z from 'zod/mini';
import type { AppEnv } from '../app-env.ts';
import type { Deps } from '../deps.ts';
import { decideErasure } from '../erasure/decide-erasure.ts';
import { describeVisit, deskPath, getCaseworker, requireCaseworker, showPage } from '../middleware/desk.ts';
import { readForm } from '../middleware/read-body.ts';
import { requireSameOrigin } from '../middleware/same-origin.ts';
import { renderConfirmErasure } from './pages/erasure-parts.ts';

const decision = z.strictObject({
  to: z.enum(['erase', 'refuse']),
  reason: z._default(z.pipe(z.string().check(z.maxLength(500)), z.transform(cleanValue)), ''),
});

/** Where caseworkers decide what a citizen asked for: that a case be erased. */
export function createDeskErasureRoutes(deps: Deps): Hono<AppEnv> {
  const app = new Hono<AppEnv>();
  const signedIn = requireCaseworker(deps);
  app.get(`${deskPath}/cases/:caseNumber/erasure`, signedIn, async (context) => {
    const file = await deps.store.cases.read({ agency: context.get('agency').id, caseNumber: context.req.param('caseNumber') });
    if (file === null) throw new AppError('not_found');
    const { erasureRequest } = file.case;
    if (erasureRequest === null || erasureRequest.refused !== null) throw new AppError('case_moved_on');
    return showPage(context, renderConfirmErasure(describeVisit(context, deps), file.case));
  });
  app.post(`${deskPath}/cases/:caseNumber/erasure`, requireSameOrigin, signedIn, async (context) => {
    const name = { agency: context.get('agency').id, caseNumber: context.req.param('caseNumber') };
    const { to, reason } = await readForm(context, decision);
    await decideErasure(name, { to, reason, caseworkerId: getCaseworker(context).id }, deps);
    return context.redirect(`${deskPath}/cases/${name.caseNumber}`, 303);
  });
  return app;
}
