import { type Llama, type LlamaRuntime, runtimeMissing } from './runtime.ts';

/** The library's one instance in this process, and what it complains of. */
export interface SharedLlama {
  readonly llama: Llama;
  /** Its oldest complaint that was not taken yet, the nearest to a cause; empty when there is none. Forgets the others. */
  readonly takeComplaint: () => string;
}

/**
 * Instances by library. The library's native part is one per process: a second instance would take the logger from the
 * first, and give it back to the standard streams when it is disposed of. So there is one, which lives as long as the
 * process; what is large, models and contexts, is freed by whoever loaded it.
 */
const instances = new WeakMap<LlamaRuntime, Promise<SharedLlama>>();

/**
 * Starts the library, or gives the instance that was started before.
 *
 * @throws {SecCodeError} `MODEL_UNAVAILABLE` when it has no program for this machine.
 */
export async function sharedLlama(runtime: LlamaRuntime, modelsFolder: string): Promise<SharedLlama> {
  const present = instances.get(runtime);
  if (present !== undefined) return present;
  const starting = start(runtime, modelsFolder);
  instances.set(runtime, starting);
  starting.catch(() => instances.delete(runtime));
  return starting;
}

async function start(runtime: LlamaRuntime, modelsFolder: string): Promise<SharedLlama> {
  let first = '';
  const options = {
    build: 'never',
    skipDownload: true,
    progressLogs: false,
    logLevel: 'error',
    // Without a logger the library writes to the standard streams.
    logger: (_level: string, message: string) => {
      if (first === '') first = message;
    },
  } as const;
  const takeComplaint = (): string => {
    const complaint = first;
    first = '';
    return complaint;
  };
  try {
    return { llama: await runtime.getLlama({ ...options, gpu: 'auto' }), takeComplaint };
  } catch {
    // A graphics driver that is there and does not work: the processor does.
  }
  try {
    return { llama: await runtime.getLlama({ ...options, gpu: false }), takeComplaint };
  } catch (cause) {
    throw runtimeMissing(modelsFolder, 'has no program for this machine', cause);
  }
}
