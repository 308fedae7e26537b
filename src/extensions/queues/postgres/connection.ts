import { readAddress } from './address.ts';
import { type Database, openDatabase } from './database.ts';
import { type Jobs, openJobs } from './jobs.ts';
import { loadLibraries } from './libraries.ts';
import { migrate } from './migrations.ts';

/** A database with its tables and jobs as this program knows them. */
export interface Connection {
  readonly database: Database;
  readonly jobs: Jobs;
  readonly leaseSeconds: number;
}

/**
 * Connects, and makes or brings up to date what is needed.
 *
 * @throws {SecCodeError} `INPUT_INVALID` for the address, `EXTENSION_UNKNOWN` when packages are missing, `STORE_FAILED`.
 */
export async function connect(address: string): Promise<Connection> {
  const read = readAddress(address);
  const libraries = await loadLibraries();
  const database = openDatabase(libraries, read);
  try {
    await migrate(database);
    return { database, jobs: await openJobs(libraries, database), leaseSeconds: read.leaseSeconds };
  } catch (error) {
    await database.close();
    throw error;
  }
}
