import type { IncomingMessage, Server } from 'node:http';
import { AppError } from '@daricheh/shared/errors';
import { createAdaptorServer } from '@hono/node-server';
import { attachmentsPath } from './middleware/body-limit.ts';
import { answerProblem } from './middleware/problem-details.ts';

const drainMs = 10_000;
/** Within this a whole request must have come; within the longer time one that brings a file, of 25 MB over a slow line. */
const requestMs = 30_000;
const uploadMs = 900_000;

type Answer = (request: Request, bindings: unknown) => Response | Promise<Response>;

export type Listener = {
  readonly port: number;
  /** Takes no new connection, lets requests under way finish for up to 10 seconds, then cuts them off. */
  close(): Promise<void>;
};

/**
 * Serves `answer` on 127.0.0.1 at `port` (0: any that is free).
 * @throws Error of node:net, such as EADDRINUSE, when the port cannot be had.
 */
export async function listen({ answer, port }: { answer: Answer; port: number }): Promise<Listener> {
  let isClosing = false;
  const fetch: Answer = (request, bindings) => (isClosing ? answerClosing() : answer(request, bindings));
  const server = createAdaptorServer({ fetch, serverOptions: { requestTimeout: uploadMs, headersTimeout: 10_000 } }) as Server;
  server.on('request', cutOffSlow);
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  server.once('error', reject);
  server.listen(port, '127.0.0.1', resolve);
  await promise;
  const address = server.address();
  return {
    port: typeof address === 'object' && address !== null ? address.port : port,
    close: () => {
      isClosing = true;
      return closeServer(server);
    },
  };
}

/** Ends a request that has not come whole in time, so that nobody keeps many open. The HTTP server has one limit for all. */
function cutOffSlow(incoming: IncomingMessage): void {
  if (incoming.complete || incoming.url?.startsWith(attachmentsPath)) return;
  const cutOff = setTimeout(() => incoming.destroy(), requestMs).unref();
  incoming.once('close', () => clearTimeout(cutOff));
}

function closeServer(server: Server): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  const cutOff = setTimeout(() => server.closeAllConnections(), drainMs);
  server.close(() => {
    clearTimeout(cutOff);
    resolve();
  });
  return promise;
}

function answerClosing(): Response {
  const response = answerProblem(new AppError('unavailable'));
  response.headers.set('Connection', 'close');
  return response;
}
