import type { JsonObject } from '@daricheh/shared/credential';
import { AppError } from '@daricheh/shared/errors';
import { signedMetadataMediaType, signIssuerMetadata } from '@daricheh/shared/issuance';
import { type Context, Hono, type MiddlewareHandler } from 'hono';
import * as z from 'zod/mini';
import type { AppEnv } from '../app-env.ts';
import type { Deps } from '../deps.ts';
import { requireApiKey } from '../middleware/api-key.ts';
import { limitWrongKeys } from '../middleware/rate-limit.ts';
import { readJson } from '../middleware/read-body.ts';
import { describeAuthorizationServer } from './authorization-server-metadata.ts';
import { authorizationDecision, completeAuthorization, describeAuthorization } from './authorizations.ts';
import { resumeGrant, stopGrant } from './grants.ts';
import { describeIssuer } from './issuer-metadata.ts';
import { createOffer, offerRequest, readOffer } from './offers.ts';
import { createProtocolRoutes } from './protocol/routes.ts';
import { createStatusPublisher, type StatusPublisher, statusTokenMaxAgeSeconds } from './publish-statuses.ts';
import { setStatus } from './status-list.ts';

/** All that was issued on one offer becomes this. */
export const statusChange = z.strictObject({
  offerId: z.string().check(z.minLength(1)),
  status: z.enum(['valid', 'invalid', 'suspended']),
});

/** OpenID4VCI 1.0, for agencies that issue. Others have nothing at these addresses. */
export function createIssuerRoutes(deps: Deps): Hono<AppEnv> {
  const app = new Hono<AppEnv>();
  app.get('/.well-known/openid-credential-issuer', requireIssuer, (context) => answerMetadata(deps, context));
  app.get('/.well-known/oauth-authorization-server', requireIssuer, (context) =>
    context.json(describeAuthorizationServer(context.get('agency'))),
  );
  addStatusRoutes(app, createStatusPublisher(deps));
  app.use('/daricheh/issuer/*', requireIssuer);
  app.get('/daricheh/issuer/offers/:reference', async (context) =>
    context.json(await readOffer(deps, context.get('agency'), context.req.param('reference'))),
  );
  addBackEndRoutes(app, deps);
  app.route('/daricheh/issuer', createProtocolRoutes(deps));
  return app;
}

/** Whole lists, for everybody, from any page: nothing in a request tells whose status is meant. */
function addStatusRoutes(app: Hono<AppEnv>, publisher: StatusPublisher): void {
  const headers = { 'Cache-Control': `public, max-age=${statusTokenMaxAgeSeconds}`, 'Access-Control-Allow-Origin': '*' };
  app.get('/daricheh/status-lists', requireIssuer, async (context) =>
    context.json({ status_lists: await publisher.listUris(context.get('agency')) }, 200, headers),
  );
  app.get('/daricheh/status-lists/:list{[1-9][0-9]{0,8}}', requireIssuer, async (context) => {
    // Section 8.4: who cannot answer for the past says so.
    if (context.req.query('time') !== undefined) return context.body(null, 501);
    const token = await publisher.publish(context.get('agency'), Number(context.req.param('list')));
    return context.body(token, 200, { ...headers, 'Content-Type': 'application/statuslist+jwt' });
  });
}

/** What only the agency's own back end asks. */
function addBackEndRoutes(app: Hono<AppEnv>, deps: Deps): void {
  const limit = limitWrongKeys(deps);
  app.post('/daricheh/issuer/offers', limit, requireApiKey, async (context) =>
    context.json(await createOffer(deps, context.get('agency'), await readJson(context, offerRequest)), 201),
  );
  app.post('/daricheh/issuer/statuses', limit, requireApiKey, async (context) => {
    const agency = context.get('agency');
    const { offerId, status } = await readJson(context, statusChange);
    // Documents that are true no more are not renewed either.
    if (status === 'valid') await resumeGrant(deps, agency, offerId);
    else await stopGrant(deps, agency, offerId, 'withdrawn');
    return context.json({ changed: await setStatus(deps, agency, { offerId, status }) });
  });
  app.get('/daricheh/issuer/authorizations/:handle', limit, requireApiKey, async (context) =>
    context.json(await describeAuthorization(deps, context.get('agency'), context.req.param('handle'))),
  );
  app.post('/daricheh/issuer/authorizations/:handle', limit, requireApiKey, async (context) => {
    const decision = await readJson(context, authorizationDecision);
    return context.json(await completeAuthorization(deps, context.get('agency'), context.req.param('handle'), decision));
  });
}

const signedMetadataLifetimeSeconds = 86_400;

/** The metadata, signed for whoever asks for that. @see OpenID4VCI 1.0, sections 12.2.2 and 12.2.3 */
async function answerMetadata({ now }: Deps, context: Context<AppEnv>): Promise<Response> {
  const { origin: issuer, seal, ...agency } = context.get('agency');
  const metadata = describeIssuer({ origin: issuer, seal, ...agency });
  context.header('Vary', 'Accept');
  if (!context.req.header('accept')?.includes(signedMetadataMediaType)) return context.json(metadata);
  const content = { metadata: metadata as JsonObject, issuer, at: now(), lifetimeSeconds: signedMetadataLifetimeSeconds };
  const signed = await signIssuerMetadata({ ...content, x5c: [seal.certificate] }, seal.sign);
  return context.body(signed, 200, { 'Content-Type': signedMetadataMediaType });
}

const requireIssuer: MiddlewareHandler<AppEnv> = (context, next) => {
  if (context.get('agency').issuer === null) throw new AppError('not_found');
  return next();
};
