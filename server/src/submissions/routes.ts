import { AppError, errorCodes } from '@daricheh/shared/errors';
import { awaitedSignature, type FormDefinition, type PublishedForm, submissionEnvelope } from '@daricheh/shared/submission';
import { type Context, Hono } from 'hono';
import * as z from 'zod/mini';
import type { AppEnv } from '../app-env.ts';
import { completeForm } from '../co-signing/complete-form.ts';
import { readEvidence } from '../co-signing/read-evidence.ts';
import { answerAgain, takeSignature } from '../co-signing/take-signature.ts';
import type { Deps } from '../deps.ts';
import { requireApiKey } from '../middleware/api-key.ts';
import { findOwnCase } from '../middleware/own-case.ts';
import { limitFailures, limitRequests, limitWrongKeys } from '../middleware/rate-limit.ts';
import { readForm, readJson } from '../middleware/read-body.ts';
import { requireSameOrigin } from '../middleware/same-origin.ts';
import type { Trust } from '../trust/trust.ts';
import { type CountOnce, createCountOnce, readIdempotencyKey } from './count-once.ts';
import { describeCase } from './describe-case.ts';
import { makeRequest, requestWish } from './make-request.ts';
import { readPlainForm } from './read-plain-form.ts';
import { plainSubmission, receivePlain, toLocalized } from './receive-plain.ts';
import { hashBody, receiveSubmission, type TakenSignature } from './receive-submission.ts';

const controls = z.record(z.string(), z.string());

/** Forms, requests to sign, submissions signed and plain, and the status of cases. */
export function createSubmissionRoutes(deps: Deps, trust: Trust): Hono<AppEnv> {
  const app = new Hono<AppEnv>();
  const countOnce = createCountOnce(deps.store.submissions);
  addSignedRoutes(app, { deps, trust, countOnce });
  addPlainRoutes(app, { deps, countOnce });
  app.get('/daricheh/cases/:caseNumber', limitFailures(deps), async (context) =>
    context.json(describeCase(await findOwnCase(context, context.req.param('caseNumber'), deps))),
  );
  app.get('/daricheh/cases/:caseNumber/evidence', limitFailures(deps), async (context) => {
    const evidence = await readEvidence(await findOwnCase(context, context.req.param('caseNumber'), deps), deps);
    if (evidence === null) throw new AppError('not_found');
    return context.json(evidence);
  });
  return app;
}

type SubmissionParts = { readonly deps: Deps; readonly countOnce: CountOnce };

function addSignedRoutes(app: Hono<AppEnv>, { deps, trust, countOnce }: SubmissionParts & { readonly trust: Trust }): void {
  app.get('/daricheh/forms/:id', (context) =>
    context.body(findForm(context, context.req.param('id')).jws, 200, { 'Content-Type': 'application/jose' }),
  );
  app.post('/daricheh/submissions/requests', limitRequests(deps), async (context) => {
    const wish = await readJson(context, requestWish);
    return context.json({ request: await makeRequest(context.get('agency'), wish, deps) });
  });
  app.post('/daricheh/submissions', async (context) => {
    const agency = context.get('agency');
    const key = readIdempotencyKey(context.req.header('idempotency-key'));
    const envelope = await readJson(context, submissionEnvelope);
    const bodyHash = hashBody(envelope);
    const name = { agency: agency.id, key, bodyHash };
    const takeOne = (taken: TakenSignature) => takeSignature(taken, deps, (waiting, second) => completeForm(waiting, second, deps));
    const receive = () => receiveSubmission({ agency, envelope, key, bodyHash }, deps, trust, takeOne);
    const { answer, isRepeated } = await countOnce(name, () => answerAgain(name, deps, receive));
    const isAwaiting = awaitedSignature.safeParse(answer).success;
    return context.json(answer, isAwaiting ? 202 : isRepeated ? 200 : 201);
  });
}

function addPlainRoutes(app: Hono<AppEnv>, { deps, countOnce }: SubmissionParts): void {
  app.post('/daricheh/plain-submissions', limitWrongKeys(deps), requireApiKey, async (context) => {
    const agency = context.get('agency');
    const key = readIdempotencyKey(context.req.header('idempotency-key'));
    const { formTitle, answers } = await readJson(context, plainSubmission);
    const bodyHash = hashBody({ formTitle, answers });
    const labelled = answers.map(({ label, value }) => ({ label: toLocalized(label), value }));
    const { answer, isRepeated } = await countOnce({ agency: agency.id, key, bodyHash }, () =>
      receivePlain({ agency, formId: null, title: toLocalized(formTitle), answers: labelled, once: { key, bodyHash } }, deps),
    );
    return context.json(answer, isRepeated ? 200 : 201);
  });
  app.post('/daricheh/forms/:id/plain', requireSameOrigin, async (context) => {
    const { definition } = findForm(context, context.req.param('id'));
    const posted = await readForm(context, controls);
    const page = findPage(context, definition);
    try {
      const answers = readPlainForm(definition, posted);
      const { decisionDays, id: formId, title, retention } = definition;
      const terms = { decisionDays, retentionDays: retention.days };
      const { answer } = await receivePlain({ agency: context.get('agency'), formId, title, answers, ...terms, once: null }, deps);
      page.searchParams.set('case', z.parse(plainAnswer, answer).caseNumber);
    } catch (error) {
      if (!(error instanceof AppError) || errorCodes[error.code] !== 422) throw error;
      page.searchParams.set('problem', error.code);
      page.searchParams.set('field', String(error.facts['field'] ?? ''));
    }
    return context.redirect(page.href, 303);
  });
}

function findForm(context: Context<AppEnv>, id: string): PublishedForm {
  const form = context.get('agency').forms.find(({ definition }) => definition.id === id);
  if (form === undefined) throw new AppError('not_found');
  return form;
}

const plainAnswer = z.object({ caseNumber: z.string() });

/** The page that posted, without its query; where the browser does not say, the form's own return address, else the front page. */
function findPage(context: Context<AppEnv>, { returnUri }: FormDefinition): URL {
  const { origin } = context.get('agency');
  const referer = context.req.header('referer') ?? '';
  const page = new URL(URL.canParse(referer) && new URL(referer).origin === origin ? referer : (returnUri ?? `${origin}/`));
  page.search = '';
  page.hash = '';
  return page;
}
