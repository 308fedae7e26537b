import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { Availability } from '#core/availability.ts';
import { type Extensions, loadAll } from '../compose.ts';
import { VERSION } from '../version.ts';
import type { Host } from './host.ts';
import { type CallSettings, providerOptions } from './models.ts';
import { machineOf, openTools } from './tools.ts';

/** One group of things that can be used here or not. */
export interface Checkup {
  readonly title: string;
  readonly entries: readonly (Availability & { readonly name: string })[];
}

/** Programs of this machine that others of ours may want. */
const PROGRAMS: readonly { readonly name: string; readonly arguments: readonly string[]; readonly remedy: string }[] = [
  { name: 'gcc', arguments: ['--version'], remedy: 'Install gcc, such as with `apt install gcc`.' },
  { name: 'clang', arguments: ['--version'], remedy: 'Install clang, such as with `apt install clang`.' },
  { name: 'python3', arguments: ['--version'], remedy: 'Install Python 3.' },
  { name: 'javac', arguments: ['-version'], remedy: 'Install a JDK.' },
  { name: 'go', arguments: ['version'], remedy: 'Install Go.' },
];
const TIMEOUT_MS = 5000;

/** Looks at everything that SecCode can use here. Sends nothing and reads no secret but to see that it is there. */
export async function checkUp(
  extensions: Extensions,
  host: Host,
  calls: CallSettings,
  signal: AbortSignal,
  image?: string,
): Promise<readonly Checkup[]> {
  const [providers, detectors, sandboxes, syntax] = await Promise.all([
    loadAll(extensions.providers),
    loadAll(extensions.detectors),
    loadAll(extensions.sandboxes),
    extensions.syntax(),
  ]);
  const options = providerOptions(host, calls);
  const tools = openTools(extensions, host);
  const programs = async (wanted: typeof PROGRAMS): Promise<Checkup['entries']> =>
    await Promise.all(wanted.map((program) => askProgram(program, host, signal)));
  return [
    {
      title: 'SecCode',
      entries: [
        { name: 'seccode', isUsable: true, detail: VERSION, remedy: '' },
        { name: 'node', isUsable: true, detail: process.versions.node, remedy: '' },
        {
          name: 'languages',
          isUsable: true,
          detail: syntax.languages.map(({ id }) => id).join(', '),
          remedy: '',
        },
      ],
    },
    {
      title: 'Models',
      entries: await Promise.all(
        providers.map(async (provider) => ({ name: provider.name, ...(await provider.availability(options)) })),
      ),
    },
    {
      title: 'Detectors',
      entries: await Promise.all(
        detectors.map(async (detector) => ({ name: detector.name, ...(await detector.availability(tools)) })),
      ),
    },
    { title: 'Compilers and interpreters', entries: await programs(PROGRAMS) },
    {
      title: 'Sandboxes',
      entries: await Promise.all(
        sandboxes.map(async (sandbox) => ({
          name: sandbox.name,
          ...(await sandbox.availability(machineOf(host, image))),
        })),
      ),
    },
  ];
}

async function askProgram(
  { name, arguments: flags, remedy }: (typeof PROGRAMS)[number],
  { environment }: Host,
  signal: AbortSignal,
): Promise<Availability & { readonly name: string }> {
  try {
    const { stdout, stderr } = await promisify(execFile)(name, [...flags], {
      timeout: TIMEOUT_MS,
      signal,
      env: { PATH: environment['PATH'], HOME: environment['HOME'] },
    });
    const [firstLine = ''] = `${stdout}${stderr}`.trim().split('\n');
    return { name, isUsable: true, detail: firstLine.slice(0, 80), remedy: '' };
  } catch {
    return { name, isUsable: false, detail: 'not found, or it does not answer', remedy };
  }
}
