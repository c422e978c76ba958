import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { DatabaseSync, type SQLInputValue } from 'node:sqlite';
import { buildExtension } from '@daricheh/scripts/build';
import { type Demo, findDemoFolder, loadDemo, makeDemo, readPort } from '@daricheh/scripts/demo';
import { startDemo } from '@daricheh/scripts/processes';

export type Row = Readonly<Record<string, unknown>>;

/** The demo, running: both servers and all sites, with empty databases. */
export type RunningWorld = {
  readonly demo: Demo;
  /** Folder of the built extension. */
  readonly extension: string;
  /** All that the servers and sites have written so far. */
  readLog(): string;
  /** Rows of a server's database, read beside it; nothing can be written. */
  readRows(database: 'server' | 'registry', sql: string, ...values: SQLInputValue[]): readonly Row[];
  stop(): Promise<void>;
};

/**
 * Makes what is missing and starts the demo of `$DARICHEH_DEMO_DIR` on `$DARICHEH_PORT` with no data from before. Each place
 * but the first has a folder beside that one, and ports ten further on: so that two processes can each have a demo at once.
 */
export async function startWorld(place = 0): Promise<RunningWorld> {
  if (place > 0) {
    const [folder, port] = [`${findDemoFolder()}-${place}`, readPort() + 10 * place];
    process.env['DARICHEH_DEMO_DIR'] = folder;
    process.env['DARICHEH_PORT'] = String(port);
  }
  await makeDemo();
  const demo = loadDemo(findDemoFolder());
  const { folder: extension } = await buildExtension(demo.folder);
  forgetData(demo);
  const running = await startDemo(demo);
  return {
    demo,
    extension,
    readLog: running.readLog,
    readRows: (database, sql, ...values) => readRows(join(demo.dataFolder, `${database}.sqlite`), sql, values),
    stop: running.stop,
  };
}

/** Databases, and what level-0 sites have kept to hand over later. */
function forgetData(demo: Demo): void {
  const outboxes = Object.keys(demo.agencies).map((id) => join(demo.folder, id, 'outbox'));
  for (const folder of [demo.dataFolder, ...outboxes]) rmSync(folder, { recursive: true, force: true });
  mkdirSync(demo.dataFolder, { recursive: true });
}

function readRows(file: string, sql: string, values: SQLInputValue[]): readonly Row[] {
  const database = new DatabaseSync(file, { readOnly: true });
  try {
    return database.prepare(sql).all(...values);
  } finally {
    database.close();
  }
}
