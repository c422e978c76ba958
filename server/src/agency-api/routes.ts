import { AppError } from '@daricheh/shared/errors';
import { Hono } from 'hono';
import type { AppEnv } from '../app-env.ts';
import type { Deps } from '../deps.ts';
import { requireApiKey } from '../middleware/api-key.ts';
import { limitWrongKeys } from '../middleware/rate-limit.ts';
import { readJson } from '../middleware/read-body.ts';
import type { Trust } from '../trust/trust.ts';
import { readRequest } from '../verifier/request-book.ts';
import type { VerifierPorts } from '../verifier/verifier-ports.ts';
import { openApiRequest } from './open-api-request.ts';
import { takeResult, verifySystemAnswer } from './results.ts';
import { apiRequest, apiResponse, heldPresentation } from './shapes.ts';
import { verifyHeld } from './verify-held.ts';

/** Verification for an agency's own system, whatever it is written in: it shows its API key and speaks JSON. */
export function createAgencyApiRoutes(deps: Deps, trust: Trust): Hono<AppEnv> {
  const app = new Hono<AppEnv>();
  const ports: VerifierPorts = { ...deps, trust };
  const limit = limitWrongKeys(deps);
  app.post('/daricheh/api/requests', limit, requireApiKey, async (context) =>
    context.json(await openApiRequest({ agency: context.get('agency'), wish: await readJson(context, apiRequest) }, ports), 201),
  );
  app.get('/daricheh/api/requests/:id', limit, requireApiKey, async (context) => {
    const named = { agency: context.get('agency'), id: context.req.param('id'), responseCode: context.req.query('response_code') };
    return context.json(await takeResult(named, ports));
  });
  app.post('/daricheh/api/requests/:id/response', limit, requireApiKey, async (context) => {
    const named = { agency: context.get('agency'), id: context.req.param('id') };
    const { response, error } = await readJson(context, apiResponse);
    const record = await readRequest(named, ports);
    if (record.channel !== 'dc_api' || record.asker !== 'system') throw new AppError('unknown_state');
    const parameters = response === undefined ? { error: error ?? '' } : { response };
    return context.json(await verifySystemAnswer({ ...named, record, parameters }, ports));
  });
  app.post('/daricheh/api/verify', limit, requireApiKey, async (context) =>
    context.json(await verifyHeld({ agency: context.get('agency'), held: await readJson(context, heldPresentation) }, ports)),
  );
  return app;
}
