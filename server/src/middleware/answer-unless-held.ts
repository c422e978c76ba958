import type { Context } from 'hono';
import type { AppEnv } from '../app-env.ts';

/** Asked for each time, and sent only to whoever has not got these bytes yet. `digest` names them. */
export function answerUnlessHeld(context: Context<AppEnv>, digest: string, answer: () => Response): Response {
  const tag = `"${digest}"`;
  context.header('Cache-Control', 'no-cache');
  context.header('ETag', tag);
  return context.req.header('if-none-match') === tag ? context.body(null, 304) : answer();
}
