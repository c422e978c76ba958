import { parseArgs } from 'node:util';
import { checkFiles } from './check/check.ts';
import { checkLog } from './check-log/check-log.ts';
import { getText, type Language, languages } from './text/text.ts';
import type { ExitCode, World } from './world.ts';

const options = {
  checkpoint: { type: 'string', multiple: true },
  root: { type: 'string', multiple: true },
  'trust-list': { type: 'string' },
  agency: { type: 'string' },
  json: { type: 'boolean' },
  lang: { type: 'string' },
} as const;

/** What is to be done, of what, and in which language it is told. */
type Call = { readonly source: string; readonly language: Language; readonly run: (world: World) => Promise<ExitCode> };

/** Runs the command that the arguments name. Persian, unless they say otherwise. */
export async function run(args: readonly string[], world: World): Promise<ExitCode> {
  const call = readCall(args);
  if (call === null) {
    for (const language of languages) world.write(getText(language).usage);
    return 2;
  }
  try {
    return await call.run(world);
  } catch {
    // What a file system, a database or a network says of it is in no language of ours, and may hold paths.
    world.write(getText(call.language).cannotRead(call.source));
    return 2;
  }
}

/** What is wanted; null when the arguments cannot be understood. */
function readCall(args: readonly string[]): Call | null {
  try {
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
    const [command, source, ...others] = positionals;
    const language = languages.find((each) => each === (values.lang ?? 'fa'));
    if (source === undefined || others.length > 0 || language === undefined) return null;
    const runCommand = chooseCommand(command, source, language, values);
    return runCommand && { source, language, run: runCommand };
  } catch {
    // An option that there is not.
    return null;
  }
}

type Values = ReturnType<typeof parseArgs<{ options: typeof options }>>['values'];

/** Null where there is no such command, or an option is another command's. */
function chooseCommand(command: string | undefined, source: string, language: Language, values: Values): Call['run'] | null {
  const { checkpoint: checkpoints = [], root: roots = [], agency = null, json: isJson = false, 'trust-list': trustList = null } = values;
  const text = getText(language);
  if (command === 'check-log' && !isJson && trustList === null) {
    return (world) => checkLog({ source, checkpoints, roots, agency }, world, text);
  }
  // A trust list without a root would be believed by its own word.
  const isWhole = checkpoints.length === 0 && agency === null && (trustList === null || roots.length > 0);
  if (command !== 'check' || !isWhole) return null;
  return (world) => checkFiles({ source, roots, trustList, isJson, language }, world, text);
}
