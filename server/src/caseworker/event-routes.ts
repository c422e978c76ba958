import { Hono } from 'hono';
import type { AppEnv } from '../app-env.ts';
import type { Deps } from '../deps.ts';
import { describeVisit, deskPath, getCaseworker, requireAdministrator, requireCaseworker, showPage } from '../middleware/desk.ts';
import { requireSameOrigin } from '../middleware/same-origin.ts';
import { resolutions, resolveEvent } from '../outbox/resolve-event.ts';
import { maxListed } from '../outbox/shapes.ts';
import { renderEvents } from './pages/events-page.ts';

const eventsPath = `${deskPath}/events`;

/** Where administrators see what could not be told to the agency's own system, send it again, or set it aside. */
export function createEventRoutes(deps: Deps): Hono<AppEnv> {
  const app = new Hono<AppEnv>();
  const { outbox } = deps.store;
  const signedIn = requireCaseworker(deps);
  app.get(eventsPath, signedIn, requireAdministrator, async (context) => {
    const agency = context.get('agency').id;
    const { waiting } = await outbox.count(agency);
    return showPage(context, renderEvents(describeVisit(context, deps), waiting, await outbox.listDead({ agency, limit: maxListed })));
  });
  app.post(`${eventsPath}/send-again`, requireSameOrigin, signedIn, requireAdministrator, async (context) => {
    const agency = context.get('agency').id;
    for (const { id } of await outbox.listDead({ agency, limit: maxListed })) {
      await resolveEvent({ agency, id, resolution: 'send-again', actor: getCaseworker(context) }, deps);
    }
    return context.redirect(eventsPath, 303);
  });
  for (const resolution of resolutions) {
    app.post(`${eventsPath}/:id/${resolution}`, requireSameOrigin, signedIn, requireAdministrator, async (context) => {
      const event = { agency: context.get('agency').id, id: context.req.param('id') };
      await resolveEvent({ ...event, resolution, actor: getCaseworker(context) }, deps);
      return context.redirect(eventsPath, 303);
    });
  }
  return app;
}
