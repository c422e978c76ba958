import type { Bench } from './report.ts';
import { formatJson, formatReport } from './report.ts';

/** Every bench by name; each is loaded only when it is asked for. */
const benches: Readonly<Record<string, () => Promise<{ readonly run: Bench }>>> = {
  autofill: () => import('./autofill.ts'),
  classify: () => import('./classify.ts'),
  content: () => import('./content.ts'),
  mdoc: () => import('./mdoc.ts'),
  size: () => import('./size.ts'),
  submit: () => import('./submit.ts'),
  verify: () => import('./verify.ts'),
};

const [name, ...args] = process.argv.slice(2);
const load = name === undefined ? undefined : benches[name];
if (load === undefined) {
  process.stderr.write(`Usage: npm run bench -- <name> [--json]\nNames: ${Object.keys(benches).join(', ')}\n`);
  process.exitCode = 2;
} else {
  const { run } = await load();
  const report = await run(args.filter((arg) => arg !== '--json'));
  process.stdout.write(`${args.includes('--json') ? formatJson(report) : formatReport(report)}\n`);
}
