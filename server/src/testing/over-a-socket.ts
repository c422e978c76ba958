import { afterAll } from 'vitest';
import { type Listener, listen } from '../listen.ts';
import { sendOverSocket } from './send-over-socket.ts';
import { reachTestAppsBy } from './test-app.ts';

// For the tests of the project `wire`: every application that they make listens on 127.0.0.1, and is asked over TCP.

const listeners: Listener[] = [];

reachTestAppsBy(async (app) => {
  const listener = await listen({ answer: (request, bindings) => app.fetch(request, bindings as object), port: 0 });
  listeners.push(listener);
  return (origin, path, init) => sendOverSocket(listener.port, origin, path, init);
});

afterAll(async () => {
  // A file whose applications were reached in some other way would prove nothing here.
  if (listeners.length === 0) throw new Error('No application of these tests was asked over a socket.');
  await Promise.all(listeners.splice(0).map((listener) => listener.close()));
});
