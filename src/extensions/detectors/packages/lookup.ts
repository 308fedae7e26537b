import PQueue from 'p-queue';
import { z } from 'zod';
import { parseJson } from '#core/parse-json.ts';
import type { LookupSettings } from './lookup-settings.ts';
import { plainPythonName } from './plain-python-name.ts';
import type { RegistryName, Suspect } from './suspect.ts';

/** What a registry says of a name. Whatever is neither a clear yes nor a clear no is `unknown`, with the reason. */
export type Answer =
  | { readonly kind: 'exists' }
  | { readonly kind: 'absent' }
  | { readonly kind: 'unknown'; readonly reason: string };

/** Says whether a suspect's package exists under any of its names. */
export type Lookup = (suspect: Pick<Suspect, 'registry' | 'candidates'>) => Promise<Answer>;

const AT_ONCE = 6;
/** Names that one run asks for. */
const MOST_NAMES = 300;
const MOST_BYTES = 8_000_000;
/** Names that surely exist: a server that does not know them is no such registry, and its "no" means nothing. */
const SURE = { pypi: 'pip', npm: 'npm' } as const;
/** Which registry is meant is the person's to say: names of private packages must not reach another one. */
const UNNAMED = {
  pypi: 'No index of Python is named: set PIP_INDEX_URL, or pass --detector-setting packages.pypi=ADDRESS.',
  npm: 'No registry of npm is named: set npm_config_registry, or pass --detector-setting packages.npm=ADDRESS.',
} as const;
const ACCEPT = {
  pypi: 'application/vnd.pypi.simple.v1+json, text/html;q=0.5',
  npm: 'application/vnd.npm.install-v1+json, application/json;q=0.5',
} as const;

/**
 * Asks registries for names, and sends nothing else. Each name is asked once, some at a time.
 *
 * @throws whatever `signal` was aborted with.
 */
export function openLookup({ addresses, timeoutMs }: LookupSettings, signal: AbortSignal): Lookup {
  const queue = new PQueue({ concurrency: AT_ONCE });
  const asked = new Map<string, Promise<Answer>>();

  const askOnce = (registry: RegistryName, name: string): Promise<Answer> => {
    const address = addresses[registry];
    if (address === undefined) return Promise.resolve(unknown(UNNAMED[registry]));
    const id = `${registry} ${name}`;
    const known = asked.get(id);
    if (known !== undefined) return known;
    const answer =
      asked.size < MOST_NAMES || name === SURE[registry]
        ? queue.add(async () => await ask(registry, name, address, timeoutMs, signal))
        : Promise.resolve(unknown(`More than ${String(MOST_NAMES)} names would have to be asked for.`));
    asked.set(id, answer);
    return answer;
  };

  return async ({ registry, candidates }) => {
    let reason: string | undefined;
    for (const name of candidates) {
      const answer = await askOnce(registry, name);
      if (answer.kind === 'exists') return answer;
      if (answer.kind === 'unknown') reason ??= answer.reason;
    }
    if (reason !== undefined) return unknown(reason);
    const sure = await askOnce(registry, SURE[registry]);
    return sure.kind === 'exists'
      ? { kind: 'absent' }
      : unknown(`The registry does not know ${SURE[registry]} either.`);
  };
}

async function ask(
  registry: RegistryName,
  name: string,
  address: URL,
  timeoutMs: number,
  signal: AbortSignal,
): Promise<Answer> {
  const path = registry === 'pypi' ? `${encodeURIComponent(name)}/` : name.replace('/', '%2f');
  const limit = AbortSignal.timeout(timeoutMs);
  try {
    const response = await fetch(new URL(path, address), {
      headers: { accept: ACCEPT[registry] },
      // Another address than the one that the person knows is not asked.
      redirect: 'error',
      signal: AbortSignal.any([signal, limit]),
    });
    if (response.status === 404) {
      await response.body?.cancel();
      return { kind: 'absent' };
    }
    if (response.status !== 200) {
      await response.body?.cancel();
      return unknown(`The registry answered with status ${String(response.status)}.`);
    }
    const text = await readText(response);
    if (text === undefined) return unknown('The answer is too long.');
    const isThere = registry === 'npm' ? isNpmPackage(text, name) : isPythonPackage(text, name);
    return isThere ? { kind: 'exists' } : unknown('The answer is none of a registry.');
  } catch {
    signal.throwIfAborted();
    return unknown(limit.aborted ? 'The registry did not answer in time.' : 'The registry cannot be reached.');
  }
}

function unknown(reason: string): Answer {
  return { kind: 'unknown', reason };
}

async function readText(response: Response): Promise<string | undefined> {
  const decoder = new TextDecoder();
  let text = '';
  let bytes = 0;
  const chunks: AsyncIterable<Uint8Array> | null = response.body;
  for await (const chunk of chunks ?? []) {
    bytes += chunk.byteLength;
    if (bytes > MOST_BYTES) return undefined;
    text += decoder.decode(chunk, { stream: true });
  }
  return text;
}

const named = z.object({ name: z.string() });

function isNpmPackage(text: string, name: string): boolean {
  const json = parseJson(text);
  const read = named.safeParse(json.ok ? json.value : undefined);
  return read.data?.name === name;
}

/** JSON, or the page of links that older indexes give. */
function isPythonPackage(text: string, name: string): boolean {
  const json = parseJson(text);
  const read = named.safeParse(json.ok ? json.value : undefined);
  if (read.success) return plainPythonName(read.data.name) === name;
  const files = [...text.matchAll(/<a\s[^<>]{0,2000}>\s{0,20}([^<>\s]{1,300})\s{0,20}<\/a>/gi)];
  return files.some(([, file = '']) => plainPythonName(file).startsWith(`${name}-`));
}
