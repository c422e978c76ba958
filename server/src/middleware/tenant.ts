import { AppError } from '@daricheh/shared/errors';
import type { MiddlewareHandler } from 'hono';
import type { Agency } from '../agencies/agency.ts';
import type { AppEnv } from '../app-env.ts';

/** Finds the agency that a request is for by its `Host` header. A host that is not ours gets 404. */
export function findTenant(agencies: readonly Agency[]): MiddlewareHandler<AppEnv> {
  const byHost = new Map(agencies.map((agency) => [agency.host, agency]));
  return async (context, next) => {
    const agency = byHost.get((context.req.header('host') ?? '').toLowerCase());
    if (agency === undefined) throw new AppError('not_found');
    context.set('agency', agency);
    return next();
  };
}
