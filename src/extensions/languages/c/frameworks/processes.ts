import type { CallFact } from '#engine/analysis/facts.ts';
import type { Framework, Sink } from '#engine/analysis/framework.ts';

/** A shell that is handed its command line as an argument. */
function runsShell(call: CallFact): boolean {
  return call.arguments.some(({ value }) => /^(?:-l?c|\/c|\/C)$/.test(String(value.constant?.value ?? '')));
}

const EVERY = [1, 2, 3, 4, 5, 6];

/** Calls that start other programs. */
export const PROCESSES: Framework = {
  name: 'processes',
  sinks: [
    ...[
      'system',
      'popen',
      '_popen',
      '_wpopen',
      '_wsystem',
      'wsystem',
      'WinExec',
      'g_spawn_command_line_sync',
      'g_spawn_command_line_async',
      'boost.process.system',
    ].map((callee): Sink => ({ callee, kind: 'shell', arguments: [0] })),
    ...['execl', 'execlp', 'execle', '_execl', '_execlp', '_spawnl'].flatMap((callee): Sink[] => [
      { callee, kind: 'shell', arguments: EVERY, when: runsShell },
      { callee, kind: 'argument', arguments: [0], when: (call) => !runsShell(call) },
    ]),
    ...['execv', 'execvp', 'execve', 'execvpe', '_execv', '_execvp', 'posix_spawn', 'posix_spawnp'].map(
      (callee): Sink => ({ callee, kind: 'argument', arguments: [0] }),
    ),
    ...['ShellExecuteA', 'ShellExecute', 'ShellExecuteW'].map(
      (callee): Sink => ({ callee, kind: 'shell', arguments: [2, 3] }),
    ),
    ...['CreateProcessA', 'CreateProcess', 'CreateProcessW'].map(
      (callee): Sink => ({ callee, kind: 'shell', arguments: [0, 1] }),
    ),
    { callee: 'dlopen', kind: 'code', arguments: [0] },
    { callee: 'LoadLibraryA', kind: 'code', arguments: [0] },
    { callee: 'LoadLibrary', kind: 'code', arguments: [0] },
    { callee: 'luaL_dostring', kind: 'code', arguments: [1] },
    { callee: 'PyRun_SimpleString', kind: 'code', arguments: [0] },
  ],
};
