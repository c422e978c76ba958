import { AppError } from '@daricheh/shared/errors';
import { type Context, Hono } from 'hono';
import * as z from 'zod/mini';
import type { AppEnv } from '../app-env.ts';
import type { Deps } from '../deps.ts';
import { describeVisit, deskPath, getCaseworker, requireAdministrator, requireCaseworker, showPage } from '../middleware/desk.ts';
import { slowFailures } from '../middleware/rate-limit.ts';
import { readJson } from '../middleware/read-body.ts';
import { requireSameOrigin } from '../middleware/same-origin.ts';
import { assertionAnswer } from '../passkeys/ceremony-answers.ts';
import { type AccountChange, roles } from '../storage/staff.ts';
import { changeAccount } from './change-account.ts';
import { invite } from './enrolment.ts';
import { confirm } from './own-passkeys.ts';
import { renderConfirmAct, renderRecord, renderStaff } from './pages/staff-page.ts';
import { canRecover, openRecovery } from './recovery.ts';
import { findOpenActs, type StaffAct, staffActs } from './staff-acts.ts';

const staffPath = `${deskPath}/staff`;
const recordLimit = 200;
const confirmed = z.strictObject({ confirmation: assertionAnswer });
const invitation = z.strictObject({ role: z.enum(roles), confirmation: assertionAnswer });
const act = z.enum(staffActs);

/** What each act on an account does, but for recovery, which hands out a link. */
const changes: Readonly<Record<Exclude<StaffAct, 'recover'>, AccountChange>> = {
  disable: 'disabled',
  enable: 'enabled',
  promote: 'made-administrator',
  demote: 'made-caseworker',
};

/** What administrators do: see who may get in, invite, disable, recover, and read the record of it. Each act is confirmed with a passkey. */
export function createStaffRoutes(deps: Deps): Hono<AppEnv> {
  const app = new Hono<AppEnv>();
  const [signedIn, failures] = [requireCaseworker(deps), slowFailures(deps)];
  app.get(staffPath, signedIn, requireAdministrator, async (context) =>
    showPage(context, renderStaff(describeVisit(context, deps), await deps.store.caseworkers.list(context.get('agency').id))),
  );
  app.get(`${staffPath}/record`, signedIn, requireAdministrator, async (context) => {
    const events = await deps.store.staffEvents.list({ agency: context.get('agency').id, limit: recordLimit });
    return showPage(context, renderRecord(describeVisit(context, deps), events));
  });
  app.post(`${staffPath}/invitations`, failures, requireSameOrigin, signedIn, requireAdministrator, async (context) => {
    const { role, confirmation: answer } = await readJson(context, invitation);
    const [agency, caseworker] = [context.get('agency'), getCaseworker(context)];
    await confirm({ agency, caseworker, answer }, deps);
    return context.json({ link: writeLink(context, 'enrol', await invite(agency, { role, invitedBy: caseworker }, deps)) }, 201);
  });
  app.get(`${staffPath}/:id/:act`, signedIn, requireAdministrator, async (context) => {
    const accounts = await deps.store.caseworkers.list(context.get('agency').id);
    const account = accounts.find(({ id }) => id === context.req.param('id'));
    const wanted = readAct(context.req.param('act'));
    if (account === undefined) throw new AppError('not_found');
    if (account.id === getCaseworker(context).id) throw new AppError('own_account');
    if (wanted === 'recover' && !canRecover(accounts)) throw new AppError('second_administrator_needed');
    if (!findOpenActs(account).includes(wanted)) throw new AppError('account_changed');
    return showPage(context, renderConfirmAct(describeVisit(context, deps), { account, act: wanted }));
  });
  app.post(`${staffPath}/:id/:act`, failures, requireSameOrigin, signedIn, requireAdministrator, async (context) => {
    const [agency, administrator] = [context.get('agency'), getCaseworker(context)];
    const [wanted, accountId] = [readAct(context.req.param('act')), context.req.param('id')];
    const { confirmation: answer } = await readJson(context, confirmed);
    await confirm({ agency, caseworker: administrator, answer }, deps);
    if (wanted === 'recover') {
      return context.json({ link: writeLink(context, 'recover', await openRecovery(agency, { administrator, accountId }, deps)) }, 201);
    }
    await changeAccount({ agency, administrator, accountId, kind: changes[wanted] }, deps);
    return context.json({});
  });
  return app;
}

function readAct(text: string): StaffAct {
  const parsed = act.safeParse(text);
  if (!parsed.success) throw new AppError('not_found');
  return parsed.data;
}

function writeLink(context: Context<AppEnv>, page: 'enrol' | 'recover', code: string): string {
  return `${context.get('agency').origin}${deskPath}/${page}?code=${code}`;
}
