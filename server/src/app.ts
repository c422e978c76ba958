import { Hono } from 'hono';
import { createAgencyApiRoutes } from './agency-api/routes.ts';
import type { AppEnv } from './app-env.ts';
import { createAttachmentApiRoutes } from './attachments/api-routes.ts';
import { createAttachmentRoutes } from './attachments/routes.ts';
import { createCaseworkerRoutes } from './caseworker/routes.ts';
import { createCatalogueRoutes } from './catalogue/routes.ts';
import { createCheckPageRoutes } from './check-page/routes.ts';
import type { Deps } from './deps.ts';
import { createErasureRoutes } from './erasure/routes.ts';
import { createIssuerRoutes } from './issuer/routes.ts';
import { createKitRoutes } from './kit/routes.ts';
import { createLogRoutes } from './merkle-log/routes.ts';
import { limitBody } from './middleware/body-limit.ts';
import { handleError, handleNotFound } from './middleware/problem-details.ts';
import { giveRequestId } from './middleware/request-id.ts';
import { logRequests } from './middleware/request-log.ts';
import { addSecurityHeaders } from './middleware/security-headers.ts';
import { findTenant } from './middleware/tenant.ts';
import { createOpenApiRoutes } from './openapi/routes.ts';
import { createOutboxRoutes } from './outbox/routes.ts';
import { forgetAttestationRoots } from './passkeys/attestation-roots.ts';
import { createReceiptSheetRoutes } from './receipt-sheet/routes.ts';
import { createSubmissionRoutes } from './submissions/routes.ts';
import { createTimeStampRoutes } from './time-stamps/routes.ts';
import { createTrust, type Trust } from './trust/trust.ts';
import { createVerifierRoutes } from './verifier/routes.ts';

/** The whole server as one function from request to answer. It opens no port, starts no timer, and reads no file but those of its own pages. */
export function createApp(deps: Deps, trust: Trust = createTrust(deps)): Hono<AppEnv> {
  forgetAttestationRoots();
  const app = new Hono<AppEnv>();
  app.onError(handleError);
  app.notFound(handleNotFound);
  app.use(giveRequestId(deps.randomBytes), logRequests(deps), addSecurityHeaders);
  app.get('/health', async (context) => {
    await deps.store.checkHealth();
    return context.json({ status: 'ok' });
  });
  app.use(findTenant(deps.agencies), limitBody);
  app.route('/', createIssuerRoutes(deps));
  app.route('/', createVerifierRoutes(deps, trust));
  app.route('/', createAgencyApiRoutes(deps, trust));
  app.route('/', createCaseworkerRoutes(deps, trust));
  app.route('/', createCatalogueRoutes(deps));
  app.route('/', createKitRoutes(deps));
  app.route('/', createCheckPageRoutes(deps));
  app.route('/', createSubmissionRoutes(deps, trust));
  app.route('/', createErasureRoutes(deps));
  app.route('/', createOutboxRoutes(deps));
  app.route('/', createAttachmentRoutes(deps));
  app.route('/', createAttachmentApiRoutes(deps));
  app.route('/', createReceiptSheetRoutes(deps, trust));
  app.route('/', createLogRoutes(deps));
  app.route('/', createTimeStampRoutes(deps));
  app.route('/', createOpenApiRoutes());
  return app;
}
