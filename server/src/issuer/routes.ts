import { AppError, type ErrorCode, toWire } from '@daricheh/shared/errors';
import { credentialRequest, preAuthorizedCodeGrant, tokenRequest } from '@daricheh/shared/issuance';
import { type Context, Hono, type MiddlewareHandler } from 'hono';
import * as z from 'zod/mini';
import type { AppEnv } from '../app-env.ts';
import type { Deps } from '../deps.ts';
import { requireApiKey } from '../middleware/api-key.ts';
import { answerProblem } from '../middleware/problem-details.ts';
import { limitFailures, limitWrongKeys } from '../middleware/rate-limit.ts';
import { readForm, readJson } from '../middleware/read-body.ts';
import { issueCredentials } from './issue-credentials.ts';
import { describeAuthorizationServer, describeIssuer } from './issuer-metadata.ts';
import { issueNonce } from './nonces.ts';
import { createOffer, offerRequest, readGrant, readOffer, redeemCode, tokenLifetimeMs } from './offers.ts';
import { createStatusPublisher, setStatus, statusTokenMaxAgeSeconds } from './status-list.ts';

const statusChange = z.strictObject({ offerId: z.string(), status: z.enum(['valid', 'invalid', 'suspended']) });

/** OpenID4VCI 1.0 with pre-authorized codes, for agencies that issue. Others have nothing at these addresses. */
export function createIssuerRoutes(deps: Deps): Hono<AppEnv> {
  const app = new Hono<AppEnv>();
  const publishStatus = createStatusPublisher(deps);
  const limit = limitWrongKeys(deps);

  app.get('/.well-known/openid-credential-issuer', requireIssuer, (context) => context.json(describeIssuer(context.get('agency'))));
  app.get('/.well-known/oauth-authorization-server', requireIssuer, (context) =>
    context.json(describeAuthorizationServer(context.get('agency'))),
  );
  app.get('/daricheh/status-lists/1', requireIssuer, async (context) => {
    const headers = { 'Content-Type': 'application/statuslist+jwt', 'Cache-Control': `public, max-age=${statusTokenMaxAgeSeconds}` };
    return context.body(await publishStatus(context.get('agency')), 200, headers);
  });
  app.post('/daricheh/issuer/offers', requireIssuer, limit, requireApiKey, async (context) =>
    context.json(await createOffer(deps, context.get('agency'), await readJson(context, offerRequest)), 201),
  );
  app.get('/daricheh/issuer/offers/:reference', requireIssuer, async (context) =>
    context.json(await readOffer(deps, context.get('agency'), context.req.param('reference'))),
  );
  app.post('/daricheh/issuer/statuses', requireIssuer, limit, requireApiKey, async (context) =>
    context.json({ changed: await setStatus(deps, context.get('agency'), await readJson(context, statusChange)) }),
  );
  app.route('/daricheh/issuer', createProtocolRoutes(deps));
  return app;
}

/** The three endpoints whose refusals a wallet reads as OAuth 2.0 writes them. */
function createProtocolRoutes(deps: Deps): Hono<AppEnv> {
  const app = new Hono<AppEnv>();
  app.onError((error) => answerRefusal(error));
  app.use(requireIssuer, limitFailures(deps));
  app.post('/token', async (context) => {
    const { grant_type: type, 'pre-authorized_code': code } = await readForm(context, tokenRequest);
    if (type !== preAuthorizedCodeGrant) throw new AppError('unsupported_grant_type');
    if (code === undefined) throw new AppError('malformed_request', { field: 'pre-authorized_code' });
    const token = await redeemCode(deps, context.get('agency'), code);
    return context.json({ access_token: token, token_type: 'Bearer', expires_in: tokenLifetimeMs / 1000 });
  });
  app.post('/nonce', async (context) => context.json({ c_nonce: await issueNonce(deps, context.get('agency')) }));
  app.post('/credential', async (context) => {
    const agency = context.get('agency');
    const grant = await readGrant(deps, agency, readBearerToken(context));
    const credentials = await issueCredentials(deps, agency, grant, await readCredentialRequest(context));
    return context.json({ credentials: credentials.map((credential) => ({ credential })) });
  });
  return app;
}

const requireIssuer: MiddlewareHandler<AppEnv> = (context, next) => {
  if (context.get('agency').issuer === null) throw new AppError('not_found');
  return next();
};

/** A token in the address would stand in logs: it is refused there. @see RFC 6750, sections 2.1 and 5.3 */
function readBearerToken(context: Context<AppEnv>): string {
  const token = /^Bearer ([\x21-\x7e]{1,256})$/i.exec(context.req.header('authorization') ?? '')?.[1];
  if (token === undefined || context.req.query('access_token') !== undefined) throw new AppError('invalid_token');
  return token;
}

async function readCredentialRequest(context: Context<AppEnv>): Promise<z.infer<typeof credentialRequest>> {
  try {
    return await readJson(context, credentialRequest);
  } catch (cause) {
    if (cause instanceof AppError && cause.code === 'malformed_request')
      throw new AppError('invalid_credential_request', cause.facts, { cause });
    throw cause;
  }
}

/** Our codes bear the standards' names where those have one; the rest is an invalid request. */
const standardErrors: ReadonlySet<ErrorCode> = new Set([
  'invalid_grant',
  'unsupported_grant_type',
  'invalid_token',
  'invalid_credential_request',
  'unknown_credential_configuration',
  'unknown_credential_identifier',
  'invalid_encryption_parameters',
  'invalid_proof',
  'invalid_nonce',
]);

/** The problem document with the member `error` that OAuth wants. @see RFC 6749, section 5.2; OpenID4VCI 1.0, section 8.3.1.2 */
async function answerRefusal(error: unknown): Promise<Response> {
  const { code } = toWire(error);
  const problem = answerProblem(error);
  const headers = new Headers(problem.headers);
  headers.set('Content-Type', 'application/json');
  if (code === 'invalid_token') headers.set('WWW-Authenticate', 'Bearer error="invalid_token"');
  const members = { error: standardErrors.has(code) || problem.status >= 500 ? code : 'invalid_request' };
  return new Response(JSON.stringify({ ...members, ...((await problem.json()) as object) }), { status: problem.status, headers });
}
