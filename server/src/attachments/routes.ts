import { Hono } from 'hono';
import type { AppEnv } from '../app-env.ts';
import type { Deps } from '../deps.ts';
import { attachmentsPath } from '../middleware/body-limit.ts';
import { limitRequests } from '../middleware/rate-limit.ts';
import { receiveAttachment } from './receive-attachment.ts';

/**
 * Takes the files of a form that is about to be signed: one at a time, as the raw body, streamed to disk. `slot` in the
 * query says where it belongs; the header `Daricheh-Request` bears the nonce of the agency's request to sign.
 */
export function createAttachmentRoutes(deps: Deps): Hono<AppEnv> {
  const app = new Hono<AppEnv>();
  app.post(attachmentsPath, limitRequests(deps), async (context) => {
    const reader = context.req.raw.body?.getReader();
    const upload = {
      agency: context.get('agency'),
      request: context.req.header('daricheh-request') ?? '',
      slot: context.req.query('slot') ?? '',
      mediaType: (context.req.header('content-type') ?? '').trim().toLowerCase(),
      length: Number(context.req.header('content-length')),
      chunks: readChunks(reader),
    };
    try {
      return context.json(await receiveAttachment(upload, deps), 201);
    } catch (error) {
      // Who is still sending does not read the answer; they cannot send more than they said.
      for await (const _chunk of readChunks(reader));
      throw error;
    }
  });
  return app;
}

type BodyReader = ReadableStreamDefaultReader<Uint8Array> | undefined;

/** What is left of the body; where the client went away before its end, it ends there. */
async function* readChunks(reader: BodyReader): AsyncIterable<Uint8Array> {
  for (;;) {
    const next = await reader?.read().catch(() => undefined);
    if (next === undefined || next.done) return;
    yield next.value;
  }
}
