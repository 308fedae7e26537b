import { createRequire } from 'node:module';
import { type CursorFunctions, cursorFunctions } from './cursor-functions.ts';

type Module = typeof import('web-tree-sitter');

/** The parser library with the memory that its trees live in. */
export interface ParserLibrary {
  readonly module: Module;
  readonly cursor: CursorFunctions;
  /** Bytes it has claimed so far; it never gives any back. */
  readonly memoryBytes: () => number;
}

/** What SecCode must know of WebAssembly's own class, which Node's types leave out. */
interface Memory {
  readonly buffer: ArrayBuffer;
}

const PAGE_BYTES = 65_536;
/** What the library asks for by itself. */
const INITIAL_PAGES = 512;
/**
 * 512 MiB. Five million characters of code take less than 100 MB; text that is no code may take the square of its length,
 * all at its end, where nothing can stop it but this.
 */
const MAXIMUM_PAGES = 8192;

let running: Promise<ParserLibrary> | undefined;
let isFirst = true;

/** The library keeps one instance for the process; starting it twice at once would tear it. */
export function startParserLibrary(): Promise<ParserLibrary> {
  running ??= start();
  return running;
}

/**
 * Gives up an instance: the next start makes a new one, with memory of its own.
 *
 * One that ran out of memory has aborted, and every call into it fails from then on.
 */
export async function retireParserLibrary(library: ParserLibrary): Promise<void> {
  if ((await running?.catch(() => undefined)) === library) running = undefined;
}

async function start(): Promise<ParserLibrary> {
  const module = isFirst ? await import('web-tree-sitter') : evaluateAnew();
  isFirst = false;
  // Somebody else in the process may have started this evaluation of it, with a memory that we do not have.
  return (await startWith(module)) ?? (await startWith(evaluateAnew())) ?? failed();
}

function failed(): never {
  throw new Error(
    'web-tree-sitter does not start with the memory that it is given; install the version of package.json.',
  );
}

/** `undefined` when it had been started before: then it looks at no options. */
async function startWith(module: Module): Promise<ParserLibrary | undefined> {
  const memory = newMemory();
  // The library makes its own module out of the options: its functions are there afterwards.
  const options: object = memory === undefined ? {} : { wasmMemory: memory };
  await module.Parser.init(options);
  if (!('_ts_init' in options)) return undefined;
  return {
    module,
    cursor: cursorFunctions(options),
    memoryBytes: () => memory?.buffer.byteLength ?? INITIAL_PAGES * PAGE_BYTES,
  };
}

/** An instance belongs to one evaluation of the module; `import` evaluates once, and never forgets. */
function evaluateAnew(): Module {
  const require = createRequire(import.meta.url);
  // Where a process resolves as `import` does, the other form of it is found, which is evaluated once only.
  const file = require.resolve('web-tree-sitter').replace(/\.js$/, '.cjs');
  Reflect.deleteProperty(require.cache, file);
  // eslint-disable-next-line @typescript-eslint/no-unsafe-assignment -- the package's own declarations say what it is
  const library: Module = require(file);
  return library;
}

function newMemory(): Memory | undefined {
  const webAssembly: unknown = Reflect.get(globalThis, 'WebAssembly');
  if (!hasMemory(webAssembly)) return undefined;
  return new webAssembly.Memory({
    initial: INITIAL_PAGES,
    maximum: MAXIMUM_PAGES,
  });
}

function hasMemory(value: unknown): value is {
  readonly Memory: new (limits: { initial: number; maximum: number }) => Memory;
} {
  return typeof value === 'object' && value !== null && 'Memory' in value && typeof value.Memory === 'function';
}
