import { Worker } from 'node:worker_threads';
import { z } from 'zod';
import type { CompilerRun } from '#engine/build/build-c.ts';
import { toolFailed } from '#engine/external/tool-failed.ts';
import type { WorkspaceFile } from '#engine/sandbox/sandbox.ts';

/** One run of the compiler. */
export interface WebAssemblyRun {
  /** Address of the package's module. */
  readonly entry: string;
  readonly arguments: readonly string[];
  readonly files: readonly WorkspaceFile[];
  readonly signal: AbortSignal;
  readonly timeoutMs?: number;
}

const TIMEOUT_MS = 60_000;
const MAX_HEAP_MB = 512;

/** Runs in a thread of its own: WebAssembly cannot be interrupted from the thread that it runs on. */
const CODE = `
import { parentPort, workerData } from 'node:worker_threads';
const { commands } = await import(workerData.entry);
let messages = '';
const decoder = new TextDecoder();
const stderr = (bytes) => { if (bytes !== null && messages.length < 1000000) messages += decoder.decode(bytes, { stream: true }); };
const [program, ...words] = workerData.arguments;
let exitCode = 0;
try {
  await commands[program](words, workerData.files, { stdout: stderr, stderr });
} catch (error) {
  if (typeof error?.code !== 'number') throw error;
  exitCode = error.code;
}
parentPort.postMessage({ exitCode, messages });
`;

const outcome = z.strictObject({ exitCode: z.int(), messages: z.string() });

/**
 * @throws {SecCodeError} `DETECTOR_FAILED` when it crashed or did not finish in time; the reason of `signal` when that is
 * aborted.
 */
export async function runCompiler(run: WebAssemblyRun): Promise<CompilerRun> {
  run.signal.throwIfAborted();
  const worker = new Worker(new URL(`data:text/javascript,${encodeURIComponent(CODE)}`), {
    workerData: { entry: run.entry, arguments: run.arguments, files: treeOf(run.files) },
    resourceLimits: { maxOldGenerationSizeMb: MAX_HEAP_MB },
    env: {},
    stderr: true,
    stdout: true,
  });
  try {
    return await new Promise<CompilerRun>((resolve, reject) => {
      const crashed = (): void => reject(toolFailed('yowasp-clang', 'The compiler in WebAssembly crashed.'));
      const interrupt = (): void => reject(run.signal.reason);
      run.signal.addEventListener('abort', interrupt, { once: true });
      const late = (): void =>
        reject(toolFailed('yowasp-clang', 'The compiler in WebAssembly did not finish in time.'));
      const timer = setTimeout(late, run.timeoutMs ?? TIMEOUT_MS);
      worker.once('message', (message: unknown) => {
        const read = outcome.safeParse(message).data;
        if (read === undefined) crashed();
        else resolve(read);
      });
      worker.once('error', crashed);
      worker.once('exit', () => {
        clearTimeout(timer);
        run.signal.removeEventListener('abort', interrupt);
        crashed();
      });
    });
  } finally {
    await worker.terminate();
  }
}

interface Tree {
  [name: string]: Tree | string | Uint8Array;
}

/** Entries become properties of their own, whatever their names are. */
function treeOf(files: readonly WorkspaceFile[]): Tree {
  const folderOf = (path: string): string => path.slice(0, path.indexOf('/') + 1);
  const inFolders = new Map(
    [...new Set(files.map(({ path }) => folderOf(path)))].map((folder) => [
      folder,
      files.filter(({ path }) => folderOf(path) === folder),
    ]),
  );
  const own = (inFolders.get('') ?? []).map(({ path, content }) => [path, content] as const);
  const folders = [...inFolders]
    .filter(([folder]) => folder !== '')
    .map(([folder, inside]) => {
      const below = inside.map(({ path, content }) => ({ path: path.slice(folder.length), content }));
      return [folder.slice(0, -1), treeOf(below)] as const;
    });
  return Object.fromEntries<Tree | string | Uint8Array>([...own, ...folders]);
}
