import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { checkFolder } from './check-folder.ts';
import { initFolder } from './init-folder.ts';
import { type ExitCode, JoiningProblem, type JoiningWorld } from './joining-world.ts';
import { serveFolder } from './serve-folder.ts';
import { getText, type Language, languages, type Text } from './text/text.ts';
import { writeRegistration } from './write-registration.ts';

const options = {
  id: { type: 'string' },
  origin: { type: 'string' },
  fa: { type: 'string' },
  en: { type: 'string' },
  port: { type: 'string' },
  like: { type: 'string' },
  root: { type: 'string', multiple: true },
  'trust-list': { type: 'string' },
  wallet: { type: 'string', multiple: true },
  'time-stamps': { type: 'string' },
  contact: { type: 'string' },
  page: { type: 'string', multiple: true },
  lang: { type: 'string' },
} as const;

type Values = ReturnType<typeof parseArgs<{ options: typeof options }>>['values'];
type Run = (text: Text) => Promise<ExitCode>;

/** Which options each command takes, beside the language. */
const taken = {
  init: ['id', 'origin', 'fa', 'en', 'port', 'like', 'root', 'trust-list', 'wallet', 'time-stamps'],
  register: ['contact'],
  serve: [],
  check: ['page'],
} as const satisfies Record<string, readonly (keyof Values)[]>;

/** Runs the command that the arguments name. Persian, unless they say otherwise. */
export async function runJoining(args: readonly string[], world: JoiningWorld): Promise<ExitCode> {
  const call = readCall(args, world);
  if (call === null) {
    for (const language of languages) world.write(getText(language).usage);
    return 2;
  }
  const text = getText(call.language);
  try {
    return await call.run(text);
  } catch (error) {
    if (error instanceof JoiningProblem) {
      world.write(text.problems[error.kind](error.what));
      return 1;
    }
    if (!(error instanceof Error) || !('path' in error)) throw error;
    world.write(text.cannotRead(String(error.path)));
    return 2;
  }
}

/** Null when the arguments cannot be understood. */
function readCall(args: readonly string[], world: JoiningWorld): { readonly language: Language; readonly run: Run } | null {
  try {
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
    const [command, folder, ...others] = positionals;
    const language = languages.find((each) => each === (values.lang ?? 'fa'));
    if (folder === undefined || others.length > 0 || language === undefined) return null;
    const run = chooseCommand(command, resolve(world.folder, folder), values, world);
    return run && { language, run };
  } catch {
    // An option that there is not.
    return null;
  }
}

function chooseCommand(command: string | undefined, folder: string, values: Values, world: JoiningWorld): Run | null {
  const known = Object.keys(taken).find((name): name is keyof typeof taken => name === command);
  if (known === undefined) return null;
  const allowed: readonly string[] = ['lang', ...taken[known]];
  if (Object.keys(values).some((name) => !allowed.includes(name))) return null;
  switch (known) {
    case 'init': {
      const at = (file: string): string => resolve(world.folder, file);
      const like = values.like === undefined ? undefined : at(values.like);
      return (text) => initFolder(folder, { ...values, like, root: values.root?.map(at) }, text, world);
    }
    case 'register':
      return (text) => writeRegistration(folder, values.contact, text, world);
    case 'serve':
      return (text) => serveFolder(folder, text, world);
    case 'check':
      return (text) => checkFolder(folder, values.page ?? [], text, world);
  }
}
