// Takes the events that the agency's Daricheh server sends, on port 8080 or the one named:
//
//   node webhook.ts
//
// DARICHEH_WEBHOOK_SECRET holds the secret as it stands in the server's `secretFile` (two, with a space between, while one is changed).

import { createServer } from 'node:http';
import process from 'node:process';
import { buffer } from 'node:stream/consumers';
import { openWebhook } from '@daricheh/shared/agency';

const secrets = (process.env['DARICHEH_WEBHOOK_SECRET'] ?? '').split(' ');
// Keep the ids where your cases are kept, in the transaction that does what the event asks for.
const seen = new Set<string>();

createServer(async (request, response) => {
  try {
    const headers = Object.fromEntries(Object.entries(request.headers).map(([name, value]) => [name, String(value)]));
    const body = new Uint8Array(await buffer(request));
    const { id, event } = await openWebhook({ headers, body, secrets, crypto: globalThis.crypto });
    if (!seen.has(id)) {
      seen.add(id);
      process.stdout.write(`${event.type} ${event.data.caseNumber} ${event.data.links.case}\n`);
    }
    // To a repetition too: it was dealt with.
    response.writeHead(204).end();
  } catch {
    // Not signed by our server, or old: whoever sent it is told no more.
    response.writeHead(400).end();
  }
}).listen(Number(process.argv[2] ?? 8080), '127.0.0.1');
