import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { root } from '../places.ts';
import { runCommand } from '../processes/run-command.ts';

type Build = {
  /** Files and folders that the result depends on: paths from the root of the repository, or absolute. */
  readonly inputs: readonly string[];
  /** The file that stands when it was built. */
  readonly result: string;
  readonly command: readonly [string, ...string[]];
  readonly cwd: string;
  readonly env?: Readonly<Record<string, string>>;
};

/** What the tools write themselves beside the sources that they read. */
const notSources = /^(node_modules|dist|[.](tsc|wxt|output).*|testing)$|[.]test[.]tsx?$/;

/**
 * Builds unless the result stands and all inputs are as they were then; tells whether it did.
 * @throws Error with what the tool said, when the build fails.
 */
export async function buildOnce({ inputs, result, command: [program, ...args], cwd, env = {} }: Build): Promise<boolean> {
  const stamp = `${result}.inputs`;
  const wanted = hashInputs(inputs, [program, ...args, JSON.stringify(env)]);
  if (existsSync(result) && existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return false;
  rmSync(stamp, { force: true });
  const { exitCode, output } = await runCommand(program, args, { cwd, env });
  if (exitCode !== 0 || !existsSync(result)) throw new Error(`${[program, ...args].join(' ')} did not build ${result}:\n${output}`);
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, wanted);
  return true;
}

function hashInputs(inputs: readonly string[], words: readonly string[]): string {
  const hash = createHash('sha256').update(words.join('\0'));
  for (const file of inputs.flatMap((input) => listFiles(resolve(root, input)))) hash.update(`\0${file}\0`).update(readFileSync(file));
  return hash.digest('hex');
}

function listFiles(path: string): readonly string[] {
  if (!existsSync(path)) return [];
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path)
    .filter((name) => !notSources.test(name))
    .sort()
    .flatMap((name) => listFiles(join(path, name)));
}
