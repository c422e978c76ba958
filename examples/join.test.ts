import { type ChildProcess, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { homedir, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { type Demo, loadDemo, makeDemo } from '@daricheh/scripts/demo';
import { type RunningDemo, startDemo } from '@daricheh/scripts/processes';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Ended, runProgram } from './testing/run-program.ts';
import { type CitizensWallet, openCitizensWallet, send } from './testing/wallet-of-citizen.ts';

const root = join(import.meta.dirname, '..');
const page = readFileSync(join(root, 'docs/join.md'), 'utf8');

/** The page from one heading to the next. Its steps are numbered as Persian numbers things. */
function readStep(number: string): string {
  return page.split(/^## /m).find((part) => part.startsWith(`${number}.`)) ?? '';
}

let place: string;
let demo: Demo;
let running: RunningDemo;
let wallet: CitizensWallet;
let origin: string;
let sitePort: number;
let serving: ChildProcess | undefined;

/** What the page writes, as it is typed on this machine: its port, the home folder and the demo's folder are the test's own. */
function typed(text: string): string {
  return text
    .replaceAll('8480', String(sitePort))
    .replaceAll('8481', String(sitePort + 1))
    .replaceAll('.demo/', `${demo.folder}/`);
}

function listBlocks(number: string, language: string): readonly string[] {
  return [...readStep(number).matchAll(new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\``, 'gm'))].map(([, block = '']) => typed(block));
}

const env = (): Record<string, string> => ({
  HOME: place,
  npm_config_update_notifier: 'false',
  DARICHEH_DEMO_DIR: demo.folder,
  npm_config_cache: join(homedir(), '.npm'),
});

/** Types the lines of a block one after another, in the folder of Daricheh. */
async function type(block: string): Promise<readonly Ended[]> {
  const ended: Ended[] = [];
  for (const line of block.trim().split('\n')) ended.push(await runProgram('sh', ['-c', line], { cwd: root, env: env() }));
  return ended;
}

const typeBlock = (number: string): Promise<readonly Ended[]> => type(listBlocks(number, 'sh')[0] ?? '');

/** Saves what the page shows under the name that stands above it. */
function saveFile(number: string, language: string): string {
  const file = new RegExp(`^\`~/([^\`]+)\`:\\n\\n\`\`\`${language}\\n`, 'm').exec(readStep(number))?.[1] ?? '';
  const path = join(place, file);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, listBlocks(number, language)[0] ?? '');
  return path;
}

async function findFreePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  return typeof address === 'object' && address !== null ? Math.min(address.port, 65_500) : 0;
}

async function serve(command: string): Promise<void> {
  const child = spawn('sh', ['-c', `exec ${command}`], {
    cwd: root,
    env: { ...process.env, ...env() },
    stdio: ['ignore', 'pipe', 'inherit'],
    detached: true,
  });
  serving = child;
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  let said = '';
  child.once('exit', () => reject(new Error(`The server ended. ${said}`)));
  child.stdout.on('data', (chunk: Buffer) => {
    said += chunk.toString();
    if (said.includes(`${origin}/`)) resolve();
  });
  await promise;
}

beforeAll(async () => {
  place = mkdtempSync(join(tmpdir(), 'daricheh-join-'));
  const folder = join(place, 'demo');
  await makeDemo(folder, await findFreePort());
  demo = loadDemo(folder);
  sitePort = await findFreePort();
  origin = `http://library.localhost:${sitePort}`;
  running = await startDemo(demo);
  wallet = openCitizensWallet(demo);
  await wallet.receiveDocuments();
}, 300_000);

afterAll(async () => {
  if (serving?.pid !== undefined && serving.exitCode === null) {
    const ended = once(serving, 'exit');
    // npm and the server behind it.
    process.kill(-serving.pid, 'SIGTERM');
    await ended;
  }
  await running?.stop();
  rmSync(place, { recursive: true, force: true });
}, 60_000);

describe('the page, followed as it stands', { timeout: 600_000 }, () => {
  it('leads from an empty folder to a signed submission and its receipt', async () => {
    const took: string[] = [];
    const step = async (number: string, follow: () => Promise<void>): Promise<void> => {
      const from = performance.now();
      await follow();
      took.push(`step ${number}: ${((performance.now() - from) / 1000).toFixed(1)} s`);
    };
    const library = join(place, 'library');

    await step('۱', async () => {
      const [init] = await typeBlock('۱');
      expect(init).toMatchObject({ exitCode: 0, errors: '' });
      expect(['seal.key.pem', 'api-key', 'caseworker-enrolment-code'].map((name) => statSync(join(library, name)).mode & 0o077)).toEqual([
        0, 0, 0,
      ]);
    });

    await step('۲', async () => {
      expect(await wallet.lookForNewerList(origin)).toBe(false);
      const ended = await typeBlock('۲');
      expect(ended.map(({ exitCode, errors }) => [exitCode, errors])).toEqual([
        [0, ''],
        [0, ''],
        [0, ''],
      ]);
    });

    let pageFile = '';
    await step('۳', async () => {
      saveFile('۳', 'json');
      pageFile = saveFile('۳', 'html');
    });

    await step('۴', async () => {
      const [command = '', check = ''] = listBlocks('۴', 'sh');
      await serve(command.trim());
      const [first] = await type(check);
      expect([first?.exitCode, first?.output.match(/^[✗!]/gm)]).toEqual([0, ['!']]);
      // "Put the line that it shows, with its digest, in the place of the page's script line."
      const tag = /<script src=.*<\/script>/.exec(first?.output ?? '')?.[0] ?? '';
      writeFileSync(pageFile, readFileSync(pageFile, 'utf8').replace(/<script .*<\/script>/, tag));
      const [second] = await type(check);
      expect([second?.exitCode, second?.output.match(/^[✗!]/gm)]).toEqual([0, null]);
    });

    await step('۵', async () => {
      expect(await wallet.lookForNewerList(origin)).toBe(true);
      const html = new TextDecoder().decode((await send({ url: `${origin}/`, method: 'GET' })).bytes);
      const [, src = '', digest = ''] = /<script src="([^"]+)" integrity="sha384-([^"]+)"/.exec(html) ?? [];
      const script = await send({ url: origin + src, method: 'GET' });
      expect(createHash('sha384').update(script.bytes).digest('base64')).toBe(digest);
      const names = [...html.matchAll(/<input name="([^"]+)"/g)].map(([, name = '']) => name);
      const answers: Record<string, string> = { first_name: 'مهین', last_name: 'دانشور', national_code: '۹۹۹۰۰۰۰۰۲۶', branch: 'مرکزی' };
      const values = Object.fromEntries(names.map((name) => [name, answers[name] ?? '']));
      const formUri = /data-daricheh-form="([^"]+)"/.exec(html)?.[1] ?? '';
      const received = await wallet.sign({ origin, formUri, values });
      expect(received).toMatchObject({ delivery: 'received', agency: { id: 'library', name: { en: 'City Library' } } });
      expect(received.caseNumber).not.toBe('');
      expect(new TextDecoder('latin1').decode((await wallet.fetchSheet(received)).slice(0, 5))).toBe('%PDF-');
      writeFileSync(join(library, 'case.json'), await wallet.save(received));
      const [checked] = await typeBlock('۵');
      expect([checked?.exitCode, checked?.errors]).toEqual([0, '']);
    });

    process.stdout.write(`docs/join.md followed, without the reading: ${took.join(', ')}\n`);
  });
});
