import { AppError } from '@daricheh/shared/errors';
import { cleanValue } from '@daricheh/shared/vocabulary';
import { Hono } from 'hono';
import * as z from 'zod/mini';
import type { AppEnv } from '../app-env.ts';
import { answerFile } from '../attachments/answer-file.ts';
import type { Deps } from '../deps.ts';
import { answerDeskError, describeVisit, deskPath, getCaseworker, requireCaseworker, showPage } from '../middleware/desk.ts';
import { readForm } from '../middleware/read-body.ts';
import { requireSameOrigin } from '../middleware/same-origin.ts';
import { answerReceiptSheet } from '../receipt-sheet/routes.ts';
import type { CaseState } from '../storage/store.ts';
import type { Trust } from '../trust/trust.ts';
import { createAccountRoutes } from './account-routes.ts';
import { readChain } from './case-chain.ts';
import { viewSubmission } from './case-view.ts';
import { createCeremonyRoutes } from './ceremony-routes.ts';
import { changeCase, deskStates } from './change-case.ts';
import { createDeskErasureRoutes } from './erasure-routes.ts';
import { createEventRoutes } from './event-routes.ts';
import { type ExportedFilter, exportList } from './export-list.ts';
import { renderCase } from './pages/case-page.ts';
import { type ListFilter, renderList } from './pages/list-page.ts';
import { createStaffRoutes } from './staff-routes.ts';
import { findStaticFile } from './static-files.ts';

const listLimit = 200;
const statesOf: Readonly<Record<ExportedFilter, readonly CaseState[]>> = {
  'in-hand': ['received', 'in-review', 'more-needed'],
  decided: ['approved', 'refused', 'amended', 'withdrawn', 'recorded'],
};

const decision = z.strictObject({
  to: z.enum(deskStates),
  sentence: z._default(z.pipe(z.string().check(z.maxLength(500)), z.transform(cleanValue)), ''),
  revision: z.string().check(z.regex(/^\d{1,9}$/)),
});

/** The desk of an agency: come in by passkey, read cases with what was verified, decide; and, for administrators, say who else may. */
export function createCaseworkerRoutes(deps: Deps, trust: Trust): Hono<AppEnv> {
  const app = new Hono<AppEnv>();
  app.onError((error, context) => answerDeskError(error, context, deps));
  app.get(`${deskPath}/static/:name`, (context) => {
    const file = findStaticFile(context.req.param('name'));
    if (file === undefined) throw new AppError('not_found');
    return context.body(file.bytes, 200, { 'Content-Type': file.type, 'Cache-Control': 'public, max-age=3600' });
  });
  app.route('/', createCeremonyRoutes(deps));
  app.route('/', createAccountRoutes(deps));
  app.route('/', createStaffRoutes(deps));
  app.route('/', createEventRoutes(deps));
  app.route('/', createDeskErasureRoutes(deps));
  addCases(app, deps, trust);
  return app;
}

/** What the list is to show; what is in hand where the address says nothing that is known. */
function readFilter(shown: string | undefined): ListFilter {
  return shown === 'decided' || shown === 'erasure' ? shown : 'in-hand';
}

function addCases(app: Hono<AppEnv>, deps: Deps, trust: Trust): void {
  const signedIn = requireCaseworker(deps);
  app.get(deskPath, signedIn, async (context) => {
    const filter = readFilter(context.req.query('show'));
    const query = { agency: context.get('agency').id, limit: listLimit };
    const { cases: store } = deps.store;
    const cases = filter === 'erasure' ? await store.listErasureRequests(query) : await store.list({ ...query, states: statesOf[filter] });
    return showPage(context, renderList(describeVisit(context, deps), filter, cases));
  });
  app.get(`${deskPath}/cases.csv`, signedIn, (context) => {
    const filter: ExportedFilter = context.req.query('show') === 'decided' ? 'decided' : 'in-hand';
    const asked = { agency: context.get('agency').id, states: statesOf[filter], filter };
    return exportList(asked, describeVisit(context, deps), deps);
  });
  app.get(`${deskPath}/cases/:caseNumber`, signedIn, async (context) => {
    const agency = context.get('agency');
    const name = { agency: agency.id, caseNumber: context.req.param('caseNumber') };
    const file = await deps.store.cases.read(name);
    if (file === null) throw new AppError('not_found');
    const attachments = await deps.store.attachments.list(name);
    const here = describeVisit(context, deps);
    const ports = { verifyP256: deps.verifyP256, verifyChain: trust.verifyChain };
    const reader = { agency, language: here.language };
    const views = await Promise.all(file.submissions.map((one) => viewSubmission(reader, one, ports)));
    const chain = await readChain(file, here.language, deps);
    return showPage(context, renderCase(here, file, { views, attachments, chain }));
  });
  app.get(`${deskPath}/cases/:caseNumber/attachments/:id`, signedIn, (context) =>
    answerFile({ agency: context.get('agency').id, caseNumber: context.req.param('caseNumber') }, context.req.param('id'), deps),
  );
  app.get(`${deskPath}/cases/:caseNumber/receipt.pdf`, signedIn, (context) =>
    answerReceiptSheet(context, context.req.param('caseNumber'), deps, trust),
  );
  app.post(`${deskPath}/cases/:caseNumber/changes`, requireSameOrigin, signedIn, async (context) => {
    const caseName = { agency: context.get('agency').id, caseNumber: context.req.param('caseNumber') };
    const { to, sentence, revision } = await readForm(context, decision);
    await changeCase(caseName, { to, sentence, revision: Number(revision), caseworkerId: getCaseworker(context).id }, deps);
    return context.redirect(`${deskPath}/cases/${caseName.caseNumber}`, 303);
  });
}
