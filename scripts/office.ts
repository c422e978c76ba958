import process from 'node:process';
import { runOffice } from './office/run-office.ts';

process.exitCode = await runOffice(process.argv.slice(2), {
  // npm moves to its own folder; the person at the terminal means theirs.
  folder: process.env['INIT_CWD'] ?? process.cwd(),
  now: () => new Date(),
  write: (line) => console.log(line),
});
