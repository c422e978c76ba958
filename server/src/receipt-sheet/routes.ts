import { type Context, Hono } from 'hono';
import type { AppEnv } from '../app-env.ts';
import type { Deps } from '../deps.ts';
import { requireApiKey } from '../middleware/api-key.ts';
import { readAskedLanguage } from '../middleware/language.ts';
import { findOwnCase } from '../middleware/own-case.ts';
import { limitFailures, limitRequests, limitWrongKeys } from '../middleware/rate-limit.ts';
import type { Trust } from '../trust/trust.ts';
import { makeReceiptSheet } from './make-receipt-sheet.ts';

/** The receipt as PDF: for whoever holds the case's token, and for the agency's own system. */
export function createReceiptSheetRoutes(deps: Deps, trust: Trust): Hono<AppEnv> {
  const app = new Hono<AppEnv>();
  app.get('/daricheh/cases/:caseNumber/receipt.pdf', limitFailures(deps), limitRequests(deps), async (context) => {
    const { caseNumber } = await findOwnCase(context, context.req.param('caseNumber'), deps);
    return answerReceiptSheet(context, caseNumber, deps, trust);
  });
  app.get('/daricheh/api/cases/:caseNumber/receipt.pdf', limitWrongKeys(deps), requireApiKey, (context) =>
    answerReceiptSheet(context, context.req.param('caseNumber'), deps, trust),
  );
  return app;
}

/**
 * Answers with the receipt of a case of the agency's, in the language that the address asks for, else in the one in which the
 * form was signed. Whether the asker may have it is checked before.
 * @throws AppError as `makeReceiptSheet`
 */
export async function answerReceiptSheet(context: Context<AppEnv>, caseNumber: string, deps: Deps, trust: Trust): Promise<Response> {
  const agency = context.get('agency');
  const order = { agency, caseNumber, language: readAskedLanguage(context) ?? null };
  const { name, bytes } = await makeReceiptSheet(order, { ...deps, ...trust });
  return context.body(bytes, 200, { 'Content-Type': 'application/pdf', 'Content-Disposition': `attachment; filename="${name}"` });
}
