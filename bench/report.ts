import { execFileSync } from 'node:child_process';
import { arch, cpus, platform } from 'node:os';

/** One line of a bench: what was measured, the figure, its unit. `versus` is the floor or peer of the same run. */
export type BenchRow = { readonly label: string; readonly value: number; readonly unit: string; readonly versus?: string };

/** What one bench found: rows for people, `json` for machines. */
export type BenchReport = { readonly name: string; readonly rows: readonly BenchRow[]; readonly json: Readonly<Record<string, unknown>> };

/** A bench: reads its own flags, measures, answers. */
export type Bench = (args: readonly string[]) => Promise<BenchReport>;

/** The commit and the machine that a figure belongs to; a figure without them says nothing. */
export function describeRun(): { readonly commit: string; readonly node: string; readonly machine: string } {
  const commit = execFileSync('git', ['describe', '--always', '--dirty'], { encoding: 'utf8' }).trim();
  return { commit, node: process.version, machine: `${platform()} ${arch()}, ${cpus().length} × ${cpus()[0]?.model.trim() ?? 'unknown'}` };
}

/** The report as a table, headed by commit and machine. */
export function formatReport(report: BenchReport): string {
  const run = describeRun();
  const width = Math.max(...report.rows.map((row) => row.label.length));
  const lines = report.rows.map((row) => {
    const figure = `${formatFigure(row.value)} ${row.unit}`.padEnd(18);
    return `  ${row.label.padEnd(width)}  ${figure}${row.versus ?? ''}`.trimEnd();
  });
  return [`${report.name}  ${run.commit}  node ${run.node}  ${run.machine}`, ...lines].join('\n');
}

/** The report as one JSON object on one line. */
export function formatJson(report: BenchReport): string {
  return JSON.stringify({ bench: report.name, ...describeRun(), ...report.json });
}

function formatFigure(value: number): string {
  return Number.isInteger(value) ? String(value) : value.toFixed(value < 10 ? 3 : 1);
}
