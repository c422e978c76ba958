import { fetchBytes } from '../http/fetch-bytes.ts';
import { runJoining } from './run-joining.ts';

process.exitCode = await runJoining(process.argv.slice(2), {
  // npm moves to its own folder; the person at the terminal means theirs.
  folder: process.env['INIT_CWD'] ?? process.cwd(),
  now: () => new Date(),
  fetchBytes,
  write: (line) => void process.stdout.write(`${line}\n`),
});
