import { lstat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { Availability } from '#core/availability.ts';
import { findProgram } from './find-program.ts';
import { limitedCommand } from './limit-script.ts';
import { type Finish, runLimited } from './run-limited.ts';
import {
  type Machine,
  type RunEnd,
  type RunLimits,
  type RunOutcome,
  type Sandbox,
  USUAL_IMAGE,
  USUAL_LIMITS,
  type Workspace,
} from './sandbox.ts';
import { tightenSeccomp } from './tighten-seccomp.ts';
import { makeWorkFolder, type WorkFolder } from './work-folder.ts';

/** A program that starts containers, called as Docker is. */
export interface ContainerTool {
  readonly name: string;
  readonly title: string;
  readonly rank: number;
  /** How to get it: an imperative sentence. */
  readonly remedy: string;
  /** What this one needs beside what all of them know. */
  readonly flags: readonly string[];
  /** File with the system calls that it allows, when these are more than a run is to have. */
  readonly seccomp?: string;
}

/** Processor time is limited for each process, not for all together: that is no limit of a run. */
const ENFORCES: readonly (keyof RunLimits)[] = ['timeoutMs', 'memoryBytes', 'processes', 'outputBytes', 'diskBytes'];

const WORK = '/work';
const TEMPORARY = '/tmp';
const PATH = '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin';
const TRIAL_MS = 15_000;
const ASK_MS = 10_000;

/** The first process of a container, a shell. */
const HOLDERS = 1;

/**
 * A sandbox of containers. What runs is what the image holds, not the programs of this machine. Images are never fetched:
 * that is for the person to decide.
 */
export function containerSandbox(tool: ContainerTool): Sandbox {
  const trials = new Map<string, Promise<Availability>>();
  return {
    name: tool.name,
    title: tool.title,
    isIsolating: true,
    rank: tool.rank,
    enforces: ENFORCES,
    runs: 'programs',
    availability: (machine) => {
      const key = `${machine.searchPath}\n${machine.image ?? ''}`;
      const known = trials.get(key) ?? tryContainer(tool, machine);
      trials.set(key, known);
      return known;
    },
    open: async (files, machine) => {
      const work = await makeWorkFolder(machine);
      const temporary = await makeWorkFolder(machine);
      const settings = await makeWorkFolder(machine);
      await work.write(files);
      return {
        path: WORK,
        write: work.write,
        read: work.read,
        close: async () => {
          await Promise.all([work.remove(), temporary.remove(), settings.remove()]);
        },
        run: openRun(tool, machine, {
          work: work.path,
          temporary: temporary.path,
          flags: await seccompFlags(tool, settings),
        }),
      };
    },
  };
}

async function tryContainer(tool: ContainerTool, machine: Machine): Promise<Availability> {
  if ((await findProgram(tool.name, { searchPath: machine.searchPath, seen: [] })) === undefined) {
    return { isUsable: false, detail: `${tool.name} is not installed`, remedy: tool.remedy };
  }
  const image = imageOf(machine);
  const found = await ask(tool, machine, ['image', 'inspect', '--format', '{{.Id}}', image]);
  if (found.end.kind !== 'exited' || found.end.exitCode !== 0) {
    const reason = lastLine(found.stderr);
    return /no such image|not known|not found/i.test(reason)
      ? {
          isUsable: false,
          detail: `the image ${image} is not on this machine`,
          remedy: `Fetch it with \`${tool.name} pull ${image}\`, or name another with 'sandboxImage'.`,
        }
      : { isUsable: false, detail: `${tool.name} does not answer: ${reason}`, remedy: `Start ${tool.name}.` };
  }
  const work = await makeWorkFolder(machine);
  try {
    const run = openRun(tool, machine, { work: work.path, temporary: work.path, flags: [] });
    const call = { command: ['sh', '-c', 'exit 42'], limits: { timeoutMs: TRIAL_MS } } as const;
    const { end, stderr } = await run(call, new AbortController().signal);
    if (end.kind === 'exited' && end.exitCode === 42) return { isUsable: true, detail: `with ${image}`, remedy: '' };
    return {
      isUsable: false,
      detail: `${tool.name} cannot start a container: ${lastLine(stderr)}`,
      remedy: `Make \`${tool.name} run ${image} true\` work with limits of memory and processes.`,
    };
  } finally {
    await work.remove();
  }
}

async function seccompFlags(tool: ContainerTool, folder: WorkFolder): Promise<readonly string[]> {
  const profile = tool.seccomp === undefined ? undefined : await tightenSeccomp(tool.seccomp);
  if (profile === undefined) return [];
  await folder.write([{ path: 'seccomp.json', content: profile }]);
  return [`--security-opt=seccomp=${join(folder.path, 'seccomp.json')}`];
}

interface Opened {
  /** The workspace and the temporary folder, on this machine. */
  readonly work: string;
  readonly temporary: string;
  readonly flags: readonly string[];
}

function openRun(tool: ContainerTool, machine: Machine, { work, temporary, flags }: Opened): Workspace['run'] {
  let count = 0;
  return async ({ command: [name, ...arguments_], input, environment, limits: wanted }, signal) => {
    const limits = { ...USUAL_LIMITS, ...wanted };
    const isOwn = !name.startsWith('/') && name.includes('/');
    if (isOwn && !(await exists(join(work, name)))) {
      return { end: { kind: 'not-found' }, stdout: '', stderr: '', durationMs: 0 };
    }
    count += 1;
    const container = `${basename(work)}-${count}`;
    const variables = { ...environment, PATH, HOME: TEMPORARY, TMPDIR: TEMPORARY, LANG: 'C.UTF-8' };
    return await runLimited({
      program: tool.name,
      arguments: [
        ...['run', '--name', container, '--pull=never', '--interactive', '--network=none', '--read-only'],
        ...['--cap-drop=ALL', '--security-opt=no-new-privileges', '--hostname=sandbox', '--entrypoint='],
        ...['--ipc=private', '--shm-size=16m', `--pids-limit=${limits.processes + HOLDERS}`],
        // The same for memory and swap together: no swap.
        ...[`--memory=${limits.memoryBytes}`, `--memory-swap=${limits.memoryBytes}`],
        // Its usual limits may be above what we may have ourselves.
        ...['--ulimit=nofile=1024:1024', '--ulimit=core=0:0', `--ulimit=nproc=${NPROC}:${NPROC}`],
        ...userFlags(),
        ...tool.flags,
        ...flags,
        ...[`--volume=${work}:${WORK}`, `--volume=${temporary}:${TEMPORARY}`, `--workdir=${WORK}`],
        ...Object.entries(variables).map(([key, value]) => `--env=${key}=${value}`),
        imageOf(machine),
        // The first process of a container is deaf to signals, even to those that it earned: a shell takes the place.
        ...['/bin/sh', '-c', '"$@"; exit $?', 'sh', ...limitedCommand(limits, name, arguments_)],
      ],
      folder: '/',
      environment: environmentOf(machine),
      input,
      limits,
      signal,
      nowMs: machine.nowMs,
      folders: [work, temporary],
      runsElsewhere: true,
      finish: finishContainer(tool, machine, container),
    });
  };
}

const NPROC = 4096;

/** Ends the container with everything in it, removes it, and asks why it ended. */
function finishContainer(tool: ContainerTool, machine: Machine, container: string): Finish {
  return async (_, { end, stderr }) => {
    const state = await ask(tool, machine, ['inspect', '--format', '{{.State.OOMKilled}}', container]);
    // Else it is asked politely first, which takes ten seconds.
    await ask(tool, machine, ['kill', '--signal=KILL', container]);
    const removed = await ask(tool, machine, ['rm', '--force', '--volumes', container]);
    if (state.stdout.trim() === 'true' && end.kind !== 'limit') return { kind: 'limit', limit: 'memoryBytes' };
    const isGone = removed.end.kind === 'exited' && removed.end.exitCode === 0;
    if (!isGone && state.end.kind === 'exited' && state.end.exitCode === 0) {
      return { kind: 'broken', reason: `The container does not end: ${lastLine(removed.stderr)}` };
    }
    // Not every version says that memory ran out; the kernel's way to say so is this signal.
    return end.kind === 'signalled' && end.signal === 'SIGKILL'
      ? { kind: 'limit', limit: 'memoryBytes' }
      : own(end, stderr);
  };
}

/** Its own exit codes: 125 for a fault of the tool, 126 and 127 for a program that cannot be started. */
function own(end: RunEnd, stderr: string): RunEnd {
  if (end.kind !== 'exited') return end;
  if (end.exitCode === 125 || (end.exitCode === 126 && /OCI/i.test(stderr))) {
    return { kind: 'broken', reason: lastLine(stderr) };
  }
  // The shell that sets limits says so.
  return end.exitCode === 127 && /^sh: (?:\d+: |line \d+: )?(?:exec: )?\S+: not found/.test(stderr)
    ? { kind: 'not-found' }
    : end;
}

async function ask(tool: ContainerTool, machine: Machine, arguments_: readonly string[]): Promise<RunOutcome> {
  return await runLimited({
    program: tool.name,
    arguments: arguments_,
    folder: '/',
    environment: environmentOf(machine),
    input: '',
    limits: { ...USUAL_LIMITS, timeoutMs: ASK_MS },
    signal: new AbortController().signal,
    nowMs: machine.nowMs,
    folders: [],
    runsElsewhere: true,
  });
}

/** For the tool itself, which finds its own settings by the home; nothing of it gets into the container. */
function environmentOf({ searchPath, home }: Machine): Readonly<Record<string, string>> {
  return { PATH: searchPath, ...(home === undefined ? {} : { HOME: home }) };
}

/** The files of the workspace are ours: whoever writes them is to be us. */
function userFlags(): readonly string[] {
  const user = process.getuid?.();
  return user === undefined ? [] : [`--user=${user}:${process.getgid?.() ?? user}`];
}

function imageOf({ image }: Machine): string {
  return image ?? USUAL_IMAGE;
}

async function exists(path: string): Promise<boolean> {
  return await lstat(path).then(
    () => true,
    () => false,
  );
}

function lastLine(text: string): string {
  return text.trim().split('\n').at(-1)?.slice(0, 200) ?? '';
}
