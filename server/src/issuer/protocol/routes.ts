import { AppError, type ErrorCode, toWire } from '@daricheh/shared/errors';
import {
  type CredentialRequest,
  credentialRequest,
  decryptCredentialRequest,
  encryptCredentialResponse,
  encryptedMediaType,
  notificationRequest,
  pushedRequest,
  readResponseEncryption,
  tokenRequest,
} from '@daricheh/shared/issuance';
import { type Context, Hono, type MiddlewareHandler } from 'hono';
import type { AppEnv } from '../../app-env.ts';
import type { Deps } from '../../deps.ts';
import { answerProblem } from '../../middleware/problem-details.ts';
import { limitFailures, limitRequests } from '../../middleware/rate-limit.ts';
import { parseShape, readForm, readJson, readText } from '../../middleware/read-body.ts';
import { pushAuthorization, signInLifetimeMs, startSignIn } from '../authorizations.ts';
import { getConfiguration, requireAuthorizationPage } from '../configurations.ts';
import type { Grant } from '../grants.ts';
import { findConfiguration, issueCredentials } from '../issue-credentials.ts';
import { issueNonce } from '../nonces.ts';
import { openNotification, takeNotification } from '../notifications.ts';
import { requestToken } from '../request-token.ts';
import { returnPage } from '../return-page.ts';
import { readAccessToken } from '../tokens.ts';
import { readDpopNonces, verifyDpop } from '../verify-dpop.ts';

/** The endpoints that wallets speak to, whose refusals they read as OAuth 2.0 writes them. */
export function createProtocolRoutes(deps: Deps): Hono<AppEnv> {
  const app = new Hono<AppEnv>();
  app.onError((error, context) => answerRefusal(error, { isResource: resourcePath.test(context.req.path) }));
  app.use(limitRequests(deps), limitFailures(deps), offerDpopNonce(deps));
  addSignInRoutes(app, deps);
  app.post('/token', async (context) => {
    const request = await readForm(context, tokenRequest);
    const keyThumbprint = await requireDpop(deps, context, null);
    return context.json(await requestToken(deps, context.get('agency'), request, { keyThumbprint }));
  });
  app.post('/nonce', async (context) => context.json({ c_nonce: await issueNonce(deps, context.get('agency')) }));
  addResourceRoutes(app, deps);
  return app;
}

function addSignInRoutes(app: Hono<AppEnv>, deps: Deps): void {
  app.get('/return', (context) => context.html(returnPage));
  app.post('/par', async (context) => {
    const agency = context.get('agency');
    requireAuthorizationPage(agency);
    const request = await readForm(context, pushedRequest);
    const { requestUri } = await pushAuthorization(deps, agency, request, await readDpop(deps, context, null));
    return context.json({ request_uri: requestUri, expires_in: signInLifetimeMs / 1000 }, 201);
  });
  // A citizen's browser comes here: what is wrong is told by the agency's own page, in words.
  app.get('/authorize', async (context) => {
    const agency = context.get('agency');
    const page = new URL(requireAuthorizationPage(agency));
    const { client_id: clientId = '', request_uri: requestUri = '' } = context.req.query();
    try {
      page.searchParams.set('authorization', (await startSignIn(deps, agency, { clientId, requestUri })).handle);
    } catch (error) {
      const { code } = toWire(error);
      if (code !== 'authorization_unknown') throw error;
      page.searchParams.set('error', code);
    }
    return context.redirect(page.href, 303);
  });
}

const resourcePath = /\/(credential|notification)$/;

function addResourceRoutes(app: Hono<AppEnv>, deps: Deps): void {
  app.post('/credential', async (context) => {
    const agency = context.get('agency');
    const grant = await readGrant(deps, context);
    const { request, isEncrypted } = await readCredentialRequest(context);
    const encryption = readEncryption(context, { request, grant, isEncrypted });
    const credentials = await issueCredentials(deps, agency, grant, request);
    const response = {
      credentials: credentials.map((credential) => ({ credential })),
      notification_id: await openNotification(deps, agency, grant),
    };
    if (!encryption) return context.json(response);
    return context.body(await encryptCredentialResponse(response, encryption), 200, { 'Content-Type': encryptedMediaType });
  });
  app.post('/notification', async (context) => {
    const grant = await readGrant(deps, context);
    const { notification_id: id, event } = await underCode('invalid_notification_request', () => readJson(context, notificationRequest));
    await takeNotification(deps, context.get('agency'), grant, { id, event });
    return context.body(null, 204);
  });
}

/** Every answer tells the nonce for the next proof, so that a wallet need not ask twice. @see RFC 9449, section 8.2 */
function offerDpopNonce(deps: Deps): MiddlewareHandler<AppEnv> {
  return async (context, next) => {
    await next();
    const [nonce = ''] = await readDpopNonces(deps, context.get('agency'));
    context.header('DPoP-Nonce', nonce);
  };
}

/** The thumbprint of the key of the request's DPoP proof; null when it carries none. */
async function readDpop(deps: Deps, context: Context<AppEnv>, accessToken: string | null): Promise<string | null> {
  const proof = context.req.header('dpop');
  if (proof === undefined) return null;
  const { pathname: path } = new URL(context.req.url);
  return verifyDpop(deps, context.get('agency'), { proof, method: context.req.method, path, accessToken });
}

/** The same, where there must be one. @throws AppError `invalid_dpop_proof` */
async function requireDpop(deps: Deps, context: Context<AppEnv>, accessToken: string | null): Promise<string> {
  const keyThumbprint = await readDpop(deps, context, accessToken);
  if (keyThumbprint === null) throw new AppError('invalid_dpop_proof', { what: 'missing' });
  return keyThumbprint;
}

/**
 * What the request's access token was given for. A token in the address would stand in logs: it is refused there.
 * @see RFC 9449, section 7.1; RFC 6750, sections 2.1 and 5.3
 */
async function readGrant(deps: Deps, context: Context<AppEnv>): Promise<Grant> {
  const [, token] = /^DPoP ([\x21-\x7e]{1,256})$/i.exec(context.req.header('authorization') ?? '') ?? [];
  if (token === undefined || context.req.query('access_token') !== undefined) throw new AppError('invalid_token');
  return readAccessToken(deps, context.get('agency'), token, { keyThumbprint: await requireDpop(deps, context, token) });
}

type ReadRequest = { readonly request: CredentialRequest; readonly isEncrypted: boolean };

function readCredentialRequest(context: Context<AppEnv>): Promise<ReadRequest> {
  const type = context.req.header('content-type')?.split(';', 1)[0]?.trim().toLowerCase();
  if (type !== encryptedMediaType) {
    return underCode('invalid_credential_request', async () => ({
      request: await readJson(context, credentialRequest),
      isEncrypted: false,
    }));
  }
  return underCode('invalid_credential_request', async () => {
    const jwe = await readText(context, encryptedMediaType);
    const members = await underCode('invalid_encryption_parameters', () => decryptCredentialRequest(jwe, context.get('agency').requestKey));
    return { request: parseShape(members, credentialRequest), isEncrypted: true };
  });
}

/**
 * How the answer is to be encrypted; null when it is given in the clear.
 * @throws AppError `invalid_encryption_parameters` when the key for the answer came in the clear, where anybody on the way
 * could have put another, or when this kind of credential is given encrypted only
 * @see OpenID4VCI 1.0, sections 8.2 and 10
 */
function readEncryption(context: Context<AppEnv>, { request, grant, isEncrypted }: ReadRequest & { readonly grant: Grant }) {
  const { credential_response_encryption: wanted } = request;
  const isRequired =
    context.get('agency').issuer?.encrypted.includes(getConfiguration(findConfiguration(request, grant)).document) === true;
  if (wanted === undefined && isRequired) throw new AppError('invalid_encryption_parameters', { what: 'missing' });
  if (wanted === undefined) return null;
  if (!isEncrypted) throw new AppError('invalid_encryption_parameters', { what: 'request' });
  return readResponseEncryption(wanted);
}

/** Runs `read` so that what it finds malformed is refused under the endpoint's own code. */
async function underCode<T>(code: ErrorCode, read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (cause) {
    const isMalformed = cause instanceof AppError && ['malformed_request', 'jwe_decrypt_failed'].includes(cause.code);
    if (isMalformed) throw new AppError(code, cause.facts, { cause });
    throw cause;
  }
}

/** Our codes bear the standards' names where those have one; of the rest, one stands for two codes, and all others are an invalid request. */
const standardErrors: ReadonlySet<ErrorCode> = new Set([
  'invalid_grant',
  'invalid_client',
  'invalid_scope',
  'invalid_authorization_details',
  'unsupported_grant_type',
  'unsupported_response_type',
  'invalid_token',
  'invalid_dpop_proof',
  'use_dpop_nonce',
  'invalid_credential_request',
  'unknown_credential_configuration',
  'unknown_credential_identifier',
  'invalid_encryption_parameters',
  'invalid_proof',
  'invalid_nonce',
  'invalid_notification_request',
  'invalid_notification_id',
]);

/** Codes by which a resource says that the token, or the proof that goes with it, will not do. */
const tokenErrors: ReadonlySet<ErrorCode> = new Set(['invalid_token', 'invalid_dpop_proof', 'use_dpop_nonce']);

/**
 * The problem document with the member `error` that OAuth wants. At a resource what is wrong with token or proof is a 401
 * that says how to come back.
 * @see RFC 6749, section 5.2; OpenID4VCI 1.0, section 8.3.1.2; RFC 9449, sections 7.1, 8 and 9
 */
async function answerRefusal(error: unknown, { isResource }: { readonly isResource: boolean }): Promise<Response> {
  const { code } = toWire(error);
  const problem = answerProblem(error);
  const headers = new Headers(problem.headers);
  headers.set('Content-Type', 'application/json');
  const isTokenError = isResource && tokenErrors.has(code);
  if (isTokenError) headers.set('WWW-Authenticate', `DPoP algs="ES256", error="${code}"`);
  const name = standardErrors.has(code) || problem.status >= 500 ? code : 'invalid_request';
  const members = { error: code === 'tx_code_wrong' ? 'invalid_grant' : name };
  const status = isTokenError ? 401 : problem.status;
  return new Response(JSON.stringify({ ...members, ...((await problem.json()) as object), status }), { status, headers });
}
