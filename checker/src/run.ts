import { parseArgs } from 'node:util';
import { type CheckLogCall, checkLog } from './check-log/check-log.ts';
import { getText, type Language, languages } from './text/text.ts';
import type { ExitCode, World } from './world.ts';

const options = {
  checkpoint: { type: 'string', multiple: true },
  root: { type: 'string' },
  agency: { type: 'string' },
  lang: { type: 'string' },
} as const;

/** Runs the command that the arguments name. Persian, unless they say otherwise. */
export async function run(args: readonly string[], world: World): Promise<ExitCode> {
  const call = readCall(args);
  if (call === null) {
    for (const language of languages) world.write(getText(language).usage);
    return 2;
  }
  const text = getText(call.language);
  try {
    return await checkLog(call, world, text);
  } catch {
    // What a file system, a database or a network says of it is in no language of ours, and may hold paths.
    world.write(text.cannotRead(call.source));
    return 2;
  }
}

/** What is wanted; null when the arguments cannot be understood. */
function readCall(args: readonly string[]): (CheckLogCall & { readonly language: Language }) | null {
  try {
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
    const [command, source, ...others] = positionals;
    const language = languages.find((each) => each === (values.lang ?? 'fa'));
    if (command !== 'check-log' || source === undefined || others.length > 0 || language === undefined) return null;
    const { checkpoint: checkpoints = [], root: rootFile = null, agency = null } = values;
    return { source, checkpoints, rootFile, agency, language };
  } catch {
    // An option that there is not.
    return null;
  }
}
