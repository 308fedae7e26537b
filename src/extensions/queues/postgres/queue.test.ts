import { afterAll, beforeAll, describe } from 'vitest';
import { findPostgres, PostgresServer } from '#testing/postgres/server.ts';
import { testEvalQueue } from '#testing/test-eval-queue.ts';
import { queue } from './queue.ts';

// With PostgreSQL of this machine (Debian: postgresql). Where it is missing, the skip is seen.
describe.skipIf(findPostgres() === undefined)('postgres, with a real server', () => {
  let server: PostgresServer;
  let databases = 0;

  beforeAll(async () => {
    server = await PostgresServer.start();
    await server.makeDatabase('ready');
    await queue.list(server.address('ready'));
  }, 60_000);
  afterAll(async () => {
    await server.remove();
  });

  testEvalQueue('postgres', {
    queue,
    module: new URL('./queue.ts', import.meta.url).href,
    address: async () => {
      databases += 1;
      const name = `kit_${String(databases)}`;
      await server.makeDatabase(name, 'ready');
      return server.address(name, { seccode_lease: '1' });
    },
    isShared: true,
  });
});
