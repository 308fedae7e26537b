import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { createSocket } from 'node:dgram';
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** What lies around a sandbox and is not to be reached from inside. All of it was made for the purpose. */
export interface EscapeWorld {
  /** A text that is nowhere but outside. */
  readonly secret: string;
  /** A folder with `secret.txt`, and a home in it with another. */
  readonly outside: string;
  readonly home: string;
  readonly tcpPort: number;
  readonly udpPort: number;
  /** Without the zero byte. */
  readonly abstractName: string;
  readonly socketPath: string;
  /** Connections and packets that came in so far. */
  readonly contacts: () => number;
  /** Another process of the same user, with the secret in its environment. */
  readonly victim: number;
  readonly isVictimAlive: () => boolean;
  /** Processes of this machine with a text in their command line. */
  readonly withMarker: (marker: string) => readonly number[];
  readonly close: () => Promise<void>;
}

/** Makes listeners, a secret and a victim. */
export async function openEscapeWorld(): Promise<EscapeWorld> {
  const outside = await mkdtemp(join(tmpdir(), 'seccode-outside-'));
  const home = join(outside, 'home');
  const secret = `secret-${randomBytes(8).toString('hex')}`;
  await mkdir(join(home, '.ssh'), { recursive: true });
  await writeFile(join(outside, 'secret.txt'), secret);
  await writeFile(join(home, '.ssh', 'id_ed25519'), secret);
  let contacts = 0;
  const heard = (): void => {
    contacts += 1;
  };
  const socketPath = join(outside, 'socket');
  const abstractName = `seccode-${secret}`;
  const servers = await Promise.all([
    listen({ port: 0, host: '127.0.0.1' }, heard),
    listen({ path: socketPath }, heard),
  ]);
  const udp = createSocket('udp4');
  udp.on('message', heard);
  await new Promise<void>((resolve) => udp.bind(0, '127.0.0.1', resolve));
  const victim = await startVictim(secret, abstractName);
  victim.stdout?.on('data', heard);
  const address = servers[0].address();
  return {
    secret,
    outside,
    home,
    tcpPort: typeof address === 'object' && address !== null ? address.port : 0,
    udpPort: udp.address().port,
    abstractName,
    socketPath,
    contacts: () => contacts,
    victim: victim.pid ?? 0,
    isVictimAlive: () => victim.exitCode === null && victim.signalCode === null,
    withMarker,
    close: async () => {
      victim.kill('SIGKILL');
      udp.close();
      for (const server of servers) server.close();
      await rm(outside, { recursive: true, force: true });
      rmSync(`/dev/shm/${secret}`, { force: true });
    },
  };
}

/** Whether something outside has been written. */
export function wasWritten(path: string): boolean {
  return existsSync(path);
}

async function listen(where: { port: number; host: string } | { path: string }, heard: () => void): Promise<Server> {
  const server = createServer((socket) => {
    heard();
    socket.destroy();
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(where, resolve);
  });
  return server;
}

/** Says when it listens, and once more for each who connects. Node cannot listen there itself. */
const LISTENER = `import socket, sys
listener = socket.socket(socket.AF_UNIX)
listener.bind("\\0" + sys.argv[1])
listener.listen()
while True:
    print("heard", flush=True)
    listener.accept()
`;

/** Listens on an abstract socket, or, where there is no Python, waits on its standard input. */
async function startVictim(secret: string, abstractName: string): Promise<ChildProcess> {
  const env = { PATH: '/usr/bin:/bin', SECRET: secret };
  const listening = spawn('python3', ['-c', LISTENER, abstractName], { env, stdio: ['ignore', 'pipe', 'ignore'] });
  const hasStarted = await new Promise<boolean>((resolve) => {
    listening.once('error', () => resolve(false));
    listening.once('exit', () => resolve(false));
    listening.stdout.once('data', () => resolve(true));
  });
  return hasStarted ? listening : spawn('cat', [], { env, stdio: ['pipe', 'ignore', 'ignore'] });
}

function withMarker(marker: string): readonly number[] {
  if (!existsSync('/proc/self/cmdline')) return [];
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((name) => {
      try {
        return readFileSync(`/proc/${name}/cmdline`, 'utf8').includes(marker);
      } catch {
        return false;
      }
    })
    .map(Number);
}
