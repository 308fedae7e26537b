import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chownSync, existsSync, mkdtempSync, readdirSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import pg from 'pg';

const DEBIAN = '/usr/lib/postgresql';
/** The server refuses to run as root; everybody has this user. */
const NOBODY = 65_534;
const SUPERUSER = 'seccode';

/** Folder of the server's programs, the newest version; `undefined` where none is installed. */
export function findPostgres(): string | undefined {
  const versions = existsSync(DEBIAN) ? readdirSync(DEBIAN) : [];
  const newest = versions.sort((a, b) => Number(b) - Number(a))[0];
  const folders = [...(newest === undefined ? [] : [join(DEBIAN, newest, 'bin')]), '/usr/local/bin', '/usr/bin'];
  return folders.find((folder) => ['initdb', 'postgres'].every((program) => existsSync(join(folder, program))));
}

/** A real server in a folder of its own, reached by a socket in it. */
export class PostgresServer {
  readonly #programs: string;
  readonly #folder: string;
  #child: ChildProcess | undefined;

  private constructor(programs: string, folder: string) {
    this.#programs = programs;
    this.#folder = folder;
  }

  /** Makes and starts one. @throws when PostgreSQL is not installed. */
  static async start(): Promise<PostgresServer> {
    const programs = findPostgres();
    if (programs === undefined) throw new Error('PostgreSQL is not installed.');
    const folder = mkdtempSync(join(tmpdir(), 'seccode-pg-'));
    if (isRoot()) chownSync(folder, NOBODY, NOBODY);
    const server = new PostgresServer(programs, folder);
    const options = ['-D', join(folder, 'data'), '-U', SUPERUSER, '-A', 'trust', '-E', 'UTF8', '--no-locale', '-N'];
    const made = spawnSync(join(programs, 'initdb'), options, { ...as(), cwd: folder, encoding: 'utf8' });
    if (made.status !== 0) throw new Error(`initdb failed: ${made.stderr}`);
    await server.run();
    return server;
  }

  /** Starts it again after `stop`. */
  async run(): Promise<void> {
    const settings = ['listen_addresses=', 'fsync=off', 'synchronous_commit=off', 'full_page_writes=off', 'jit=off'];
    const child = spawn(
      join(this.#programs, 'postgres'),
      ['-D', join(this.#folder, 'data'), '-k', this.#folder, ...settings.flatMap((setting) => ['-c', setting])],
      { ...as(), cwd: this.#folder, stdio: ['ignore', 'ignore', 'pipe'] },
    );
    this.#child = child;
    const said: string[] = [];
    for await (const line of createInterface({ input: child.stderr })) {
      said.push(line);
      if (line.includes('ready to accept connections')) break;
    }
    if (!(said.at(-1) ?? '').includes('ready')) throw new Error(`postgres did not start: ${said.join('\n')}`);
    // What it says from here on is read, so that it never waits for a reader.
    child.stderr.resume();
  }

  /** Ends it at once, as when somebody restarts it: connections break. */
  async stop(): Promise<void> {
    const child = this.#child;
    this.#child = undefined;
    if (child === undefined || child.exitCode !== null || child.signalCode !== null) return;
    const exited = once(child, 'exit');
    child.kill('SIGINT');
    await exited;
  }

  /** Ends it, and leaves nothing behind. */
  async remove(): Promise<void> {
    await this.stop();
    await rm(this.#folder, { recursive: true, force: true });
  }

  /** Address of a database; `query` has more parameters. */
  address(database: string, query: Readonly<Record<string, string>> = {}, user: string = SUPERUSER): string {
    return `postgres://${user}@/${database}?${new URLSearchParams({ host: this.#folder, ...query }).toString()}`;
  }

  /** Makes a database, as a copy of another where one is named. */
  async makeDatabase(name: string, template = 'template0'): Promise<void> {
    await this.sql('postgres', `create database ${name} template ${template} strategy file_copy`);
  }

  /** Runs statements as the superuser. @returns the rows of the last. */
  async sql(
    database: string,
    text: string,
    values: readonly unknown[] = [],
  ): Promise<readonly Record<string, unknown>[]> {
    const client = new pg.Client({ connectionString: this.address(database) });
    await client.connect();
    try {
      return (await client.query<Record<string, unknown>>(text, [...values])).rows;
    } finally {
      await client.end();
    }
  }
}

function isRoot(): boolean {
  return process.getuid?.() === 0;
}

function as(): { readonly uid?: number; readonly gid?: number } {
  return isRoot() ? { uid: NOBODY, gid: NOBODY } : {};
}
