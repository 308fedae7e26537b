import type { RunLimits } from './sandbox.ts';

/**
 * Limits that the kernel holds even if nobody looks, set by a shell that then becomes the program. They stand a little
 * above ours, which end the whole run and say why; these are for a machine too busy to look.
 *
 * There is none for memory: what bounds the address space breaks AddressSanitizer, Go and Java. Instead the kernel is told
 * to end the run first when memory runs out.
 */
const SCRIPT = [
  'ulimit -c 0',
  'ulimit -f "$1"',
  'ulimit -t "$2"',
  'ulimit -n 1024',
  '{ command ulimit -u "$3" || ulimit -p "$3"; }',
  'echo 1000 >/proc/self/oom_score_adj',
].join(' 2>/dev/null; ');

/** Before kernel 5.14 everything that the user runs is counted, not only what is in the sandbox. */
const OTHER_PROCESSES = 2048;

const FILE_BLOCK_BYTES = 512;

/** The command that puts limits on itself and then becomes `program`. */
export function limitedCommand(
  limits: RunLimits,
  program: string,
  arguments_: readonly string[],
): readonly [string, ...string[]] {
  return [
    '/bin/sh',
    '-c',
    `${SCRIPT} 2>/dev/null; shift 3; exec "$@"`,
    'sh',
    // A shell that is bash counts blocks of twice the size; twice the limit does as a limit for when nobody looks.
    String(Math.ceil(limits.diskBytes / FILE_BLOCK_BYTES)),
    String(Math.ceil(limits.cpuMs / 1000) + 1),
    String(limits.processes + OTHER_PROCESSES),
    program,
    ...arguments_,
  ];
}
