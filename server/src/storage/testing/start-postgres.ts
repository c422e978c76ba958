import { randomUUID } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadPostgres, removePrograms } from './load-postgres.ts';

export type RunningPostgres = {
  /** The address of a new, empty database in this server. */
  createDatabase(): Promise<string>;
  stop(): Promise<void>;
};

/** A PostgreSQL server of our own, in a folder that goes away with it. Where it is not `isDurable` a commit does not wait for the disk. */
export async function startPostgres({ isDurable = false } = {}): Promise<RunningPostgres> {
  // Not made here: the package makes it and, as root, hands it to the user for whom PostgreSQL runs.
  const folder = join(tmpdir(), `daricheh-postgres-${randomUUID()}`);
  const port = await findFreePort();
  const EmbeddedPostgres = await loadPostgres();
  const server = new EmbeddedPostgres({
    databaseDir: folder,
    user: 'daricheh',
    password: 'daricheh',
    port,
    persistent: false,
    // PostgreSQL refuses to run as root; then the package makes a user for it.
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ['--encoding=UTF8', '--locale=C'],
    // Nobody pulls the plug on a test, and its end need not wait until a database for each test is on the disk.
    postgresFlags: isDurable ? [] : ['-c', 'fsync=off'],
    onLog: () => undefined,
    onError: () => undefined,
  });
  await server.initialise();
  await server.start();
  let databases = 0;
  return {
    createDatabase: async () => {
      const name = `test_${++databases}`;
      await server.createDatabase(name);
      return `postgres://daricheh:daricheh@127.0.0.1:${port}/${name}`;
    },
    stop: async () => {
      await server.stop();
      await rm(folder, { recursive: true, force: true });
      removePrograms();
    },
  };
}

async function findFreePort(): Promise<number> {
  const server = createServer();
  const { promise, resolve } = Promise.withResolvers<void>();
  server.listen(0, '127.0.0.1', resolve);
  await promise;
  const address = server.address();
  server.close();
  return typeof address === 'object' && address !== null ? address.port : 0;
}
