import type { CallFact } from '#engine/analysis/facts.ts';
import type { Framework } from '#engine/analysis/framework.ts';
import { listed } from '#engine/analysis/list-entries.ts';

const SUBPROCESS = 'subprocess.call subprocess.run subprocess.Popen subprocess.check_call subprocess.check_output';

/** Starting other programs, here and over SSH. */
export const PROCESSES: Framework = {
  name: 'processes',
  aliases: {
    subprocess32: 'subprocess',
    'eventlet.green.subprocess': 'subprocess',
    'gevent.subprocess': 'subprocess',
    popen2: 'os',
    'asyncio.subprocess': 'asyncio',
  },
  implicit: {
    Popen: 'subprocess.Popen',
    check_output: 'subprocess.check_output',
    check_call: 'subprocess.check_call',
    getoutput: 'subprocess.getoutput',
    getstatusoutput: 'subprocess.getstatusoutput',
    call: 'subprocess.call',
  },
  types: {
    'paramiko.SSHClient()': 'ssh.Client',
    'paramiko.client.SSHClient()': 'ssh.Client',
    'fabric.Connection()': 'ssh.Connection',
    'invoke.Context()': 'ssh.Connection',
  },
  parameters: { ssh: 'ssh.Client', ssh_client: 'ssh.Client' },
  sinks: [
    ...listed.sinks('shell', [0], 'os.system os.popen os.popen2 os.popen3 os.popen4 os.Popen3'),
    ...listed.sinks('shell', [0], 'commands.getoutput commands.getstatusoutput'),
    ...listed.sinks('shell', [0, 'cmd'], 'subprocess.getoutput subprocess.getstatusoutput'),
    ...listed.sinks('shell', [0, 'args'], SUBPROCESS, usesShell),
    ...listed.sinks('argument', [0, 'args'], SUBPROCESS, (call) => !usesShell(call)),
    ...listed.sinks('shell', [0, 'cmd'], 'asyncio.create_subprocess_shell'),
    ...listed.sinks('argument', ['any'], 'asyncio.create_subprocess_exec'),
    ...listed.sinks('argument', [0, 1], 'os.execv os.execve os.execvp os.execvpe'),
    ...listed.sinks('argument', ['any'], 'os.execl os.execle os.execlp os.execlpe'),
    ...listed.sinks(
      'argument',
      [1, 2],
      'os.spawnv os.spawnve os.spawnvp os.spawnl os.spawnlp os.spawnle os.posix_spawn',
    ),
    ...listed.sinks('shell', [0, 'command'], 'pexpect.run pexpect.spawn pexpect.runu'),
    ...listed.sinks('shell', [0, 'command'], 'ssh.Client.exec_command *.exec_command'),
    ...listed.sinks('shell', [0, 'command'], 'ssh.Connection.run ssh.Connection.sudo ssh.Connection.local'),
    ...listed.sinks(
      'shell',
      [0, 'command'],
      'fabric.api.run fabric.api.sudo fabric.api.local fabric.operations.run fabric.operations.sudo fabric.operations.local invoke.run',
    ),
    ...listed.sinks('path', [0], 'os.startfile'),
  ],
  propagators: [
    // What a program writes is not what it was started with.
    ...listed.propagators(
      [],
      'result',
      `${SUBPROCESS} os.popen os.system subprocess.getoutput subprocess.getstatusoutput`,
    ),
  ],
  sanitizers: [...listed.sanitizers(['shell', 'argument'], 'shlex.join subprocess.list2cmdline')],
};

function usesShell({ argument }: CallFact): boolean {
  const shell = argument('shell')?.constant;
  return shell !== undefined && shell.value !== false && shell.value !== null && shell.value !== 0;
}
