import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { z } from 'zod';
import { SecCodeError } from '#core/errors.ts';
import type { Json } from '#core/json.ts';
import { parseJson } from '#core/parse-json.ts';
import { installArguments, RUNTIME_PACKAGE } from './runtime-package.ts';

// What is used of node-llama-cpp 3.21. Described here, because the library is optional and its types may be absent.

export interface LlamaGrammar {
  readonly grammar: string;
}

export interface LlamaSequence {
  readonly tokenMeter: { readonly usedOutputTokens: number };
}

export interface LlamaContext {
  readonly contextSize: number;
  readonly getSequence: () => LlamaSequence;
  readonly dispose: () => Promise<void>;
}

export interface LlamaModel {
  readonly trainContextSize: number;
  /** Opaque: only handed back to the library. */
  readonly tokenizer: unknown;
  readonly createContext: (options: {
    readonly contextSize: { readonly max: number };
    readonly sequences: number;
    readonly threads: number;
  }) => Promise<LlamaContext>;
  readonly dispose: () => Promise<void>;
}

export interface Llama {
  readonly loadModel: (options: { readonly modelPath: string }) => Promise<LlamaModel>;
  readonly createGrammarForJsonSchema: (schema: Json) => Promise<LlamaGrammar>;
  readonly getGrammarFor: (kind: 'json') => Promise<LlamaGrammar>;
}

export type LlamaHistoryItem =
  | { readonly type: 'system' | 'user'; readonly text: string }
  | { readonly type: 'model'; readonly response: readonly string[] };

export interface LlamaChat {
  readonly chatWrapper: {
    readonly generateContextState: (options: { readonly chatHistory: readonly LlamaHistoryItem[] }) => {
      readonly contextText: { readonly tokenize: (tokenizer: unknown) => readonly number[] };
    };
  };
  readonly generateResponse: (
    history: readonly LlamaHistoryItem[],
    options: {
      readonly signal: AbortSignal;
      readonly maxTokens: number;
      readonly repeatPenalty: false;
      readonly temperature?: number;
      readonly seed?: number;
      readonly grammar?: LlamaGrammar;
    },
  ) => Promise<{ readonly response: string; readonly metadata: { readonly stopReason: string } }>;
  readonly dispose: () => void;
}

export interface LlamaRuntime {
  readonly getLlama: (options: {
    readonly gpu: 'auto' | false;
    readonly build: 'never';
    readonly skipDownload: boolean;
    readonly progressLogs: boolean;
    readonly logLevel: 'error';
    readonly logger: (level: string, message: string) => void;
  }) => Promise<Llama>;
  readonly LlamaChat: new (options: { readonly contextSequence: LlamaSequence }) => LlamaChat;
}

/** Where the library was found. */
export interface RuntimeLocation {
  readonly entry: string;
  readonly version: string;
}

const Manifest = z.object({ version: z.string(), main: z.string() });

/**
 * Looks for the library beside SecCode, where a project installs an optional peer, then in the models folder's
 * `runtime`. Loads nothing. `undefined` when it is nowhere.
 */
export async function findRuntime(modelsFolder: string): Promise<RuntimeLocation | undefined> {
  const beside = createRequire(import.meta.url).resolve.paths(RUNTIME_PACKAGE) ?? [];
  const folders = [...beside, join(runtimeFolder(modelsFolder), 'node_modules')].map((folder) =>
    join(folder, RUNTIME_PACKAGE),
  );
  for (const folder of folders) {
    const file = join(folder, 'package.json');
    if (!existsSync(file)) continue;
    const parsed = parseJson(await readFile(file, 'utf8'));
    const manifest = parsed.ok ? Manifest.safeParse(parsed.value).data : undefined;
    if (manifest !== undefined) return { entry: join(folder, manifest.main), version: manifest.version };
  }
  return undefined;
}

/**
 * Loads the library; takes about half a second, so only when a model is really opened.
 *
 * @throws {SecCodeError} `MODEL_UNAVAILABLE` with the command that installs it.
 */
export async function loadRuntime(modelsFolder: string): Promise<LlamaRuntime> {
  const location = await findRuntime(modelsFolder);
  if (location === undefined) throw runtimeMissing(modelsFolder, 'is not installed');
  try {
    const loaded: unknown = await import(/* @vite-ignore */ pathToFileURL(location.entry).href);
    if (isRuntime(loaded)) return loaded;
  } catch (cause) {
    throw runtimeMissing(modelsFolder, 'cannot be loaded', cause);
  }
  throw runtimeMissing(modelsFolder, `has an unknown interface in version ${location.version}`);
}

/** The error for a library that cannot be used, for whatever reason. */
export function runtimeMissing(modelsFolder: string, fact: string, cause?: unknown): SecCodeError {
  return new SecCodeError('MODEL_UNAVAILABLE', `The embedded model's library ${RUNTIME_PACKAGE} ${fact}.`, {
    remedy: installRemedy(modelsFolder),
    cause,
  });
}

/** How to get the library: an imperative sentence. */
export function installRemedy(modelsFolder: string): string {
  const words = installArguments(runtimeFolder(modelsFolder), process);
  const quoted = words.map((word) => (/[^\w@/\\.:=-]/.test(word) ? JSON.stringify(word) : word));
  return `Run \`npm ${quoted.join(' ')}\`.`;
}

function runtimeFolder(modelsFolder: string): string {
  return join(modelsFolder, 'runtime');
}

/** The two names that everything else is reached through; the rest is the library's promise for this major version. */
function isRuntime(value: unknown): value is LlamaRuntime {
  return (
    typeof value === 'object' &&
    value !== null &&
    'getLlama' in value &&
    typeof value.getLlama === 'function' &&
    'LlamaChat' in value &&
    typeof value.LlamaChat === 'function'
  );
}
