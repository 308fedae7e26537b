import { z } from 'zod';
import type { SourceFile } from '#core/source-file.ts';
import { parseJson } from '#core/parse-json.ts';
import { mapLines } from '#engine/detection/line-map.ts';
import { plainPythonName } from './plain-python-name.ts';
import type { Suspect } from './suspect.ts';

/** Files that say what is to be installed. */
export function isManifest(path: string): boolean {
  return isPackageJson(path) || isRequirements(path);
}

export function isPackageJson(path: string): boolean {
  return /(?:^|\/)package\.json$/.test(path);
}

function isRequirements(path: string): boolean {
  return /(?:^|\/)(?:[\w.-]{0,60}requirements[\w.-]{0,60}|requirements\/[\w.-]{1,60})\.(?:txt|in)$/.test(path);
}

const texts = z.record(z.string(), z.string());
const packageJson = z.object({
  name: z.string().optional(),
  dependencies: texts.optional(),
  devDependencies: texts.optional(),
  optionalDependencies: texts.optional(),
  peerDependencies: texts.optional(),
});
const KINDS = ['dependencies', 'devDependencies', 'optionalDependencies', 'peerDependencies'] as const;

/** What a manifest asks for from a registry, or why it cannot be read. */
export type Manifest = { readonly wanted: readonly Suspect[] } | { readonly problem: string };

/** Reads the names in a manifest, each once, with its place. What comes from elsewhere than a registry is left out. */
export function readManifest(file: SourceFile): Manifest {
  return isPackageJson(file.path) ? readPackageJson(file) : { wanted: readRequirements(file) };
}

/** The name that a package.json gives to its own folder. */
export function ownPackageName(file: SourceFile): string | undefined {
  const json = parseJson(file.text);
  const read = z.object({ name: z.string() }).safeParse(json.ok ? json.value : undefined);
  return read.data?.name;
}

function readPackageJson(file: SourceFile): Manifest {
  const json = parseJson(file.text);
  const read = packageJson.safeParse(json.ok ? json.value : undefined);
  if (!read.success) return { problem: json.ok ? 'Its dependencies are not texts by name.' : json.message };
  const at = spansIn(file);
  const wanted = new Map<string, Suspect>();
  for (const kind of KINDS) {
    for (const [key, version] of Object.entries(read.data[kind] ?? {})) {
      const name = registeredName(key, version);
      if (name === undefined || wanted.has(name)) continue;
      const written = JSON.stringify(key);
      const start = Math.max(0, file.text.indexOf(written, Math.max(0, file.text.indexOf(`"${kind}"`))));
      const span = at(start, start + written.length);
      wanted.set(name, { registry: 'npm', name, candidates: [name], span, isRequirement: true });
    }
  }
  return { wanted: [...wanted.values()] };
}

/** What npm asks the registry for: `npm:other@1` is another name, and a path or an address is none. */
function registeredName(key: string, version: string): string | undefined {
  const alias = /^npm:((?:@[^/@]+\/)?[^/@]+)/.exec(version)?.[1];
  if (alias !== undefined) return alias;
  return /^(?:file|link|portal|workspace|git|github|gitlab|bitbucket|gist|https?|git\+[a-z]+):|^[.~]?\/|^[\w-]+\/[\w.-]+/.test(
    version,
  )
    ? undefined
    : key;
}

function readRequirements(file: SourceFile): readonly Suspect[] {
  const at = spansIn(file);
  const wanted = new Map<string, Suspect>();
  let start = 0;
  for (const line of file.text.split('\n')) {
    // Options, comments, addresses and paths have no name here; `name @ address` comes from the address.
    const written = /^\s{0,80}([A-Za-z0-9](?:[\w.-]{0,200}[A-Za-z0-9])?)\s{0,80}(?:$|[\s[<>=!~;#,(])/.exec(line)?.[1];
    const name = written === undefined || isAtAddress(line) ? undefined : plainPythonName(written);
    if (written !== undefined && name !== undefined && !wanted.has(name)) {
      const from = start + line.indexOf(written);
      const span = at(from, from + written.length);
      wanted.set(name, { registry: 'pypi', name, candidates: [name], span, isRequirement: true });
    }
    start += line.length + 1;
  }
  return [...wanted.values()];
}

function isAtAddress(line: string): boolean {
  return /^[^#;<>=]{0,300}@/.test(line);
}

function spansIn({ path, text }: SourceFile): (start: number, end: number) => Suspect['span'] {
  const lines = mapLines(text);
  return (start, end) => {
    const from = lines.positionAt(start);
    const to = lines.positionAt(end);
    return { path, startLine: from.line, startColumn: from.column, endLine: to.line, endColumn: to.column };
  };
}
