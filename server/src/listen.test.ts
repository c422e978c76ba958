import { Agent, get } from 'node:http';
import { describe, expect, it } from 'vitest';
import { listen } from './listen.ts';

function ask(port: number, agent?: Agent): Promise<{ status: number; text: string }> {
  const { promise, resolve, reject } = Promise.withResolvers<{ status: number; text: string }>();
  const request = get({ host: '127.0.0.1', port, path: '/', ...(agent && { agent }) }, (response) => {
    let text = '';
    response.setEncoding('utf8');
    response.on('data', (chunk: string) => {
      text += chunk;
    });
    response.on('end', () => resolve({ status: response.statusCode ?? 0, text }));
  });
  request.on('error', reject);
  return promise;
}

describe('a listener', () => {
  it('answers on a port of its own', async () => {
    const listener = await listen({ port: 0, answer: () => new Response('here') });
    expect(await ask(listener.port)).toEqual({ status: 200, text: 'here' });
    await listener.close();
  });

  it('F9: lets what is under way finish, and turns away what comes after', async () => {
    const [begun, finish] = [Promise.withResolvers<void>(), Promise.withResolvers<Response>()];
    const answer = () => {
      begun.resolve();
      return finish.promise;
    };
    const agent = new Agent({ keepAlive: true });
    const listener = await listen({ port: 0, answer });
    const underWay = ask(listener.port, agent);
    await begun.promise;
    const closed = listener.close();
    await expect(ask(listener.port)).rejects.toMatchObject({ code: 'ECONNREFUSED' });
    finish.resolve(new Response('done'));
    expect(await underWay).toEqual({ status: 200, text: 'done' });
    await closed;
    agent.destroy();
  });

  it('says when the port is taken', async () => {
    const listener = await listen({ port: 0, answer: () => new Response('') });
    await expect(listen({ port: listener.port, answer: () => new Response('') })).rejects.toMatchObject({ code: 'EADDRINUSE' });
    await listener.close();
  });
});
