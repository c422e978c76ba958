import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readConfig } from './config.ts';

const agency = {
  id: 'tax',
  name: { fa: 'مالیات', en: 'Tax' },
  origin: 'https://tax.example',
  sealKeyFile: 'tax/seal.key.pem',
  sealCertFile: 'tax/seal.cert.pem',
  apiKeyFile: '/run/secrets/api-key',
};
const sound = { port: 8471, database: 'server.sqlite', walletOrigins: [], anchors: ['root.pem'], agencies: [agency] };

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'daricheh-config-'));
  file = join(folder, 'server.json');
});
afterEach(() => rmSync(folder, { recursive: true }));

function read(content: unknown, environment: Record<string, string> = {}) {
  writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content));
  return readConfig({ DARICHEH_CONFIG: file, ...environment });
}

describe('a configuration', () => {
  it('has paths from its own folder', async () => {
    expect(await read(sound)).toEqual({
      port: 8471,
      database: join(folder, 'server.sqlite'),
      attachmentsFolder: join(folder, 'server.sqlite.attachments'),
      walletOrigins: [],
      anchors: [join(folder, 'root.pem')],
      trustForwardedFor: false,
      agencies: [
        {
          ...agency,
          sealKeyFile: join(folder, 'tax/seal.key.pem'),
          sealCertFile: join(folder, 'tax/seal.cert.pem'),
          formFiles: [],
          eraseAfterRetention: false,
        },
      ],
    });
  });

  it('gives way to the environment for the port and the database', async () => {
    const config = await read(sound, { PORT: '9000', DATABASE_URL: 'postgres://u@127.0.0.1/d' });
    expect([config.port, config.database]).toEqual([9000, 'postgres://u@127.0.0.1/d']);
  });

  it.each([
    ['no agency', { ...sound, agencies: [] }, /agencies/],
    ['a member that nobody defined', { ...sound, colour: 'red' }, /colour/],
    ['an origin with a path', { ...sound, agencies: [{ ...agency, origin: 'https://tax.example/' }] }, /agencies\.0\.origin/],
    ['no JSON', '{', /is not JSON/],
  ])('is refused with %s, and says so', async (_what, content, message) => {
    await expect(read(content)).rejects.toThrow(message);
  });

  it.each(['https://hooks.tax.example/daricheh?from=1', 'http://127.0.0.1:8080/daricheh', 'http://system.localhost:8080/'])(
    'may name %s for webhooks',
    async (url) => {
      const { agencies } = await read({ ...sound, agencies: [{ ...agency, webhook: { url, secretFile: 'tax/webhook' } }] });
      expect(agencies[0]?.webhook).toEqual({ url, secretFile: join(folder, 'tax/webhook') });
    },
  );

  it.each([
    'http://hooks.tax.example/',
    'http://10.0.0.1/',
    'https://user:word@hooks.tax.example/',
    'https://hooks.tax.example/#a',
    'file:///etc',
    '/x',
  ])('may not name %s for webhooks', async (url) => {
    const webhook = { url, secretFile: 'tax/webhook' };
    await expect(read({ ...sound, agencies: [{ ...agency, webhook }] })).rejects.toThrow(/agencies\.0\.webhook\.url/);
  });

  it('is refused with a port that is none', async () => {
    await expect(read(sound, { PORT: 'http' })).rejects.toThrow(/port/);
  });

  it('is asked for when nobody named it', async () => {
    await expect(readConfig({})).rejects.toThrow(/DARICHEH_CONFIG/);
  });
});
