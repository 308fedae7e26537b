import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { parseJson } from '#core/parse-json.ts';

/** As far as it matters here; the rest is passed on as it is. */
const profile = z.looseObject({ syscalls: z.array(z.looseObject({ names: z.array(z.string()) })) });

/** Calls that a user namespace opens to everybody, and that no program of ours needs. */
const WITHOUT: ReadonlySet<string> = new Set([
  ...['unshare', 'setns', 'mount', 'umount', 'umount2', 'pivot_root', 'mount_setattr', 'move_mount'],
  ...['open_tree', 'fsopen', 'fsmount', 'fsconfig', 'fspick', 'ptrace', 'process_vm_readv', 'process_vm_writev'],
  ...['keyctl', 'add_key', 'request_key', 'bpf', 'perf_event_open', 'userfaultfd'],
  ...['io_uring_setup', 'io_uring_enter', 'io_uring_register'],
]);

/**
 * A profile of allowed system calls without those that a user namespace opens to everybody; `undefined` when the file is
 * not there or is none.
 */
export async function tightenSeccomp(file: string): Promise<string | undefined> {
  const parsed = parseJson(await readFile(file, 'utf8').catch(() => ''));
  const found = parsed.ok ? profile.safeParse(parsed.value) : undefined;
  if (found?.success !== true) return undefined;
  const syscalls = found.data.syscalls
    .map((rule) => ({ ...rule, names: rule.names.filter((name) => !WITHOUT.has(name)) }))
    .filter(({ names }) => names.length > 0);
  return JSON.stringify({ ...found.data, syscalls });
}
