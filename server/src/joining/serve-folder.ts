import { existsSync } from 'node:fs';
import { readConfig } from '../config.ts';
import { listPlaces, readFolder } from './agency-folder.ts';
import { type ExitCode, JoiningProblem, type JoiningWorld } from './joining-world.ts';
import { openFront } from './open-front.ts';
import type { Text } from './text/text.ts';

/**
 * For trying on one machine: the agency's server as `npm run server` runs it, and in front of it the pages in `site/` at the agency's
 * origin, until a signal ends both.
 * @throws JoiningProblem `not-this-machine`, `no-pages`
 */
export async function serveFolder(folder: string, text: Text, { write }: JoiningWorld): Promise<ExitCode> {
  const places = listPlaces(folder);
  const { agency } = await readFolder(folder);
  const site = new URL(agency.origin);
  if (site.protocol !== 'http:' || site.port === '') throw new JoiningProblem('not-this-machine', { what: agency.origin });
  if (!existsSync(places.pages)) throw new JoiningProblem('no-pages', { what: places.pages });
  process.env['DARICHEH_CONFIG'] = places.config;
  const { port: serverPort } = await readConfig(process.env);
  const front = await openFront({ port: Number(site.port), serverPort, pages: places.pages });
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => void front.close());
  // The program itself, which says by the exit code that it could not start.
  await import('../main.ts');
  if (process.exitCode === 1) {
    await front.close();
    return 1;
  }
  write(text.serve(`${agency.origin}/`));
  return 0;
}
