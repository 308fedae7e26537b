import { setTimeout as sleep } from 'node:timers/promises';
import { join } from 'node:path';
import type { Machine, RunCall, RunLimits, RunOutcome, Sandbox, Workspace } from '#engine/sandbox/sandbox.ts';
import { type EscapeWorld, openEscapeWorld, wasWritten } from './escape-world.ts';

/** One way out of a sandbox. The program is Python: it is what most machines and images have. */
export interface Escape {
  /** As in the table: what is tried. */
  readonly name: string;
  readonly program: (world: EscapeWorld) => string;
  readonly limits?: Partial<RunLimits>;
  /** The limit that this runs into; backends that do not enforce it are not asked. */
  readonly limit?: keyof RunLimits;
  /** Whether it got out. */
  readonly got: (world: EscapeWorld, after: After) => boolean | Promise<boolean>;
  /** Whether it gets out where nothing isolates, so that it is known to be able to: not tried where it would do harm. */
  readonly without: 'gets out' | 'is held' | 'would do harm';
}

interface After {
  readonly outcome: RunOutcome;
  readonly workspace: Workspace;
  /** Contacts that came in during the run. */
  readonly contacts: number;
}

const text = (value: string): string => JSON.stringify(value);
const printed = (world: EscapeWorld, { outcome }: After): boolean => outcome.stdout.includes(world.secret);
const contacted = (_: EscapeWorld, { contacts }: After): boolean => contacts > 0;
const endedBy =
  (...limits: readonly (keyof RunLimits)[]) =>
  (_: EscapeWorld, { outcome: { end, stdout } }: After): boolean =>
    stdout.includes('got out') || !(end.kind === 'limit' && limits.includes(end.limit));

const readForIt: Escape['got'] = async (_, { workspace }) => {
  const read = await Promise.all(['file', 'folder/secret.txt'].map(async (path) => await workspace.read(path)));
  return read.some((content) => content !== undefined);
};

const writtenForIt: Escape['got'] = async ({ outside }, { workspace }) => {
  for (const path of ['file', 'folder/new']) {
    await workspace.write([{ path, content: 'x' }]).catch(() => undefined);
  }
  return wasWritten(join(outside, 'new'));
};

const killed: Escape['got'] = async ({ isVictimAlive }) => {
  // The news that it has ended takes its time.
  for (let look = 0; look < 20 && isVictimAlive(); look += 1) await sleep(10);
  return !isVictimAlive();
};

const left: Escape['got'] = ({ secret, withMarker }) => {
  const left = withMarker(`left-${secret}`);
  for (const pid of left) process.kill(pid, 'SIGKILL');
  return left.length > 0;
};

const LIBC = 'import ctypes\nlibc = ctypes.CDLL(None, use_errno=True)\n';

export const ESCAPES: readonly Escape[] = [
  {
    name: 'network: TCP to a listener on this machine',
    program: ({ tcpPort }) => `import socket\nsocket.create_connection(("127.0.0.1", ${tcpPort}), 3)\n`,
    got: contacted,
    without: 'gets out',
  },
  {
    name: 'network: a packet by UDP, as a name look-up is',
    program: ({ udpPort }) =>
      `import socket\nsocket.socket(socket.AF_INET, socket.SOCK_DGRAM).sendto(b"x", ("127.0.0.1", ${udpPort}))\n`,
    got: contacted,
    without: 'gets out',
  },
  {
    name: 'network: an abstract Unix socket',
    program: ({ abstractName }) =>
      `import socket\nsocket.socket(socket.AF_UNIX).connect("\\0" + ${text(abstractName)})\n`,
    got: contacted,
    without: 'gets out',
  },
  {
    name: 'network: a Unix socket in a folder outside',
    program: ({ socketPath }) => `import socket\nsocket.socket(socket.AF_UNIX).connect(${text(socketPath)})\n`,
    got: contacted,
    without: 'gets out',
  },
  {
    name: 'files: read a file outside',
    program: ({ outside }) => `print(open(${text(join(outside, 'secret.txt'))}).read())\n`,
    got: printed,
    without: 'gets out',
  },
  {
    name: 'files: read a key in the home',
    program: ({ home }) => `print(open(${text(join(home, '.ssh/id_ed25519'))}).read())\n`,
    got: printed,
    without: 'gets out',
  },
  {
    name: 'files: write outside',
    program: ({ outside }) => `open(${text(join(outside, 'written'))}, "w").write("x")\n`,
    got: ({ outside }) => wasWritten(join(outside, 'written')),
    without: 'gets out',
  },
  {
    name: 'files: write into shared memory',
    program: ({ secret }) => `open("/dev/shm/${secret}", "w").write("x")\n`,
    got: ({ secret }) => wasWritten(`/dev/shm/${secret}`),
    without: 'gets out',
  },
  {
    name: 'symlink: read outside through one',
    program: ({ outside }) =>
      `import os\nos.symlink(${text(join(outside, 'secret.txt'))}, "link")\nprint(open("link").read())\n`,
    got: printed,
    without: 'gets out',
  },
  {
    name: 'symlink: have one read for it',
    program: ({ outside }) =>
      `import os\nos.symlink(${text(join(outside, 'secret.txt'))}, "file")\nos.symlink(${text(outside)}, "folder")\n`,
    got: readForIt,
    without: 'is held',
  },
  {
    name: 'symlink: have one written through',
    program: ({ outside }) =>
      `import os\nos.symlink(${text(join(outside, 'new'))}, "file")\nos.symlink(${text(outside)}, "folder")\n`,
    got: writtenForIt,
    without: 'is held',
  },
  {
    name: '/proc: the environment of another process',
    program: ({ victim }) => `print(open("/proc/${victim}/environ").read())\n`,
    got: printed,
    without: 'gets out',
  },
  {
    name: '/proc: outside by way of the root of other processes',
    program: ({ outside }) => `
import os
for pid in [p for p in os.listdir("/proc") if p.isdigit()]:
    for door in ["root", "cwd/../../../../../.."]:
        try:
            print(open("/proc/" + pid + "/" + door + ${text(join(outside, 'secret.txt'))}).read())
        except OSError:
            pass
`,
    got: printed,
    without: 'gets out',
  },
  {
    name: 'environment: a secret in any process that is seen',
    program: () => `
import os
print(os.environ)
for pid in [p for p in os.listdir("/proc") if p.isdigit()]:
    try:
        print(open("/proc/" + pid + "/environ").read())
    except OSError:
        pass
`,
    got: printed,
    without: 'gets out',
  },
  {
    name: 'signals: end another process',
    program: ({ victim }) => `import os\nos.kill(${victim}, 9)\n`,
    got: killed,
    without: 'gets out',
  },
  {
    name: 'signals: trace another process',
    program: ({ victim }) => `${LIBC}print("got out" if libc.ptrace(16, ${victim}, 0, 0) == 0 else "held")\n`,
    got: (_, { outcome }) => outcome.stdout.includes('got out'),
    without: 'gets out',
  },
  {
    name: 'kernel: mount a file system',
    program: () => `${LIBC}import os
libc.unshare(0x10000000)
if libc.unshare(0x00020000) == 0 and libc.mount(b"none", b"/", None, 0x44000, None) == 0:
    print("got out" if libc.mount(b"tmpfs", b"/tmp", b"tmpfs", 0, None) == 0 else "held")
`,
    got: (_, { outcome }) => outcome.stdout.includes('got out'),
    without: 'gets out',
  },
  {
    name: 'terminal: type into it',
    program: () => `import fcntl, os, termios
try:
    fcntl.ioctl(os.open("/dev/tty", os.O_RDWR | os.O_NOCTTY), termios.TIOCSTI, b"x")
    print("got out")
except OSError:
    pass
`,
    got: (_, { outcome }) => outcome.stdout.includes('got out'),
    without: 'is held',
  },
  {
    name: 'afterwards: a process that left its parents',
    program: ({ secret }) => `import os, sys, time
if os.fork() == 0:
    os.setsid()
    if os.fork() == 0:
        null = os.open("/dev/null", os.O_RDWR)
        for fd in range(3):
            os.dup2(null, fd)
        os.execvp("sh", ["sh", "-c", "sleep 60; :", "left-${secret}"])
    os._exit(0)
os.wait()
time.sleep(0.3)
`,
    got: left,
    without: 'gets out',
  },
  {
    name: 'time: sleep for ever',
    program: () => 'import time\ntime.sleep(60)\nprint("got out")\n',
    limits: { timeoutMs: 1500 },
    limit: 'timeoutMs',
    got: endedBy('timeoutMs'),
    without: 'is held',
  },
  {
    name: 'processor: an endless loop, in three processes',
    program: () => 'import os\nos.fork()\nos.fork()\nwhile True: pass\n',
    limits: { cpuMs: 1000, timeoutMs: 20_000 },
    limit: 'cpuMs',
    got: endedBy('cpuMs'),
    without: 'is held',
  },
  {
    name: 'memory: ask for more and more',
    program: () => 'kept = []\nfor _ in range(200): kept.append(b"x" * 10_000_000)\nprint("got out")\n',
    limits: { memoryBytes: 200_000_000, timeoutMs: 20_000 },
    limit: 'memoryBytes',
    got: endedBy('memoryBytes'),
    without: 'is held',
  },
  {
    name: 'memory: spread over many processes',
    program: () => `import os, time
children = []
for _ in range(12):
    child = os.fork()
    if child == 0:
        kept = os.urandom(1) * 40_000_000
        time.sleep(30)
        os._exit(0)
    children.append(child)
time.sleep(8)
if all(os.waitpid(child, os.WNOHANG) == (0, 0) for child in children):
    print("got out")
`,
    limits: { memoryBytes: 200_000_000, timeoutMs: 20_000 },
    limit: 'memoryBytes',
    // The kernel may end some of them only; those left stay within the limit.
    got: (_, { outcome }) => outcome.stdout.includes('got out'),
    without: 'is held',
  },
  {
    name: 'processes: a fork bomb',
    program: ({ secret }) => `import os, time
marker = "bomb-${secret}"
until = time.time() + 5
while time.time() < until:
    try:
        os.fork()
    except OSError:
        time.sleep(0.1)
`,
    limits: { processes: 60, timeoutMs: 20_000 },
    limit: 'processes',
    // Either it is ended, or the kernel refuses it more than it may have.
    got: ({ withMarker }) => withMarker('escape-bomb.py').length > 0,
    without: 'would do harm',
  },
  {
    name: 'output: more than anybody reads',
    program: () => 'import sys\nwhile True: sys.stdout.write("x" * 65536)\n',
    limits: { outputBytes: 100_000, timeoutMs: 20_000 },
    limit: 'outputBytes',
    got: (world, after) => endedBy('outputBytes')(world, after) || after.outcome.stdout.length > 100_000,
    without: 'is held',
  },
  {
    name: 'disk: one huge file',
    program: () => `file = open("huge", "wb")
for _ in range(400): file.write(b"x" * 1_000_000)
print("got out")
`,
    limits: { diskBytes: 20_000_000, timeoutMs: 20_000 },
    limit: 'diskBytes',
    // The kernel may refuse the write instead, which the program sees as an error.
    got: (_, { outcome: { stdout, end } }) =>
      stdout.includes('got out') || (end.kind === 'exited' && end.exitCode === 0),
    without: 'is held',
  },
  {
    name: 'disk: many files, in the temporary folder',
    program: () => `import tempfile, time
folder = tempfile.mkdtemp()
for number in range(40):
    open(folder + "/" + str(number), "wb").write(b"x" * 5_000_000)
    time.sleep(0.05)
print("got out")
`,
    limits: { diskBytes: 20_000_000, timeoutMs: 20_000 },
    limit: 'diskBytes',
    got: endedBy('diskBytes'),
    without: 'is held',
  },
];

/** What came of one way out. */
export type EscapeResult = 'held' | 'escaped' | 'not enforced' | 'no python3';

/** Tries one way out of one sandbox, in a world of its own. */
export async function tryEscape(escape: Escape, sandbox: Sandbox, machine: Machine): Promise<EscapeResult> {
  if (escape.limit !== undefined && !sandbox.enforces.includes(escape.limit)) return 'not enforced';
  const world = await openEscapeWorld();
  const name = escape.limit === 'processes' ? 'escape-bomb.py' : 'escape.py';
  const workspace = await sandbox.open([{ path: name, content: escape.program(world) }], machine);
  try {
    const before = world.contacts();
    const limits = { timeoutMs: 20_000, ...escape.limits };
    const call: RunCall = { command: ['python3', name], limits };
    const outcome = await workspace.run(call, new AbortController().signal);
    if (outcome.end.kind === 'not-found') return 'no python3';
    if (outcome.end.kind === 'broken') throw new Error(`${sandbox.name} broke down: ${outcome.end.reason}`);
    const contacts = world.contacts() - before;
    return (await escape.got(world, { outcome, workspace, contacts })) ? 'escaped' : 'held';
  } finally {
    await workspace.close();
    await world.close();
  }
}
