import { jsonrepair } from 'jsonrepair';
import { z } from 'zod';
import type { SourceFiles } from '#core/source-file.ts';
import { parseJson } from '#core/parse-json.ts';
import { isPackageJson, ownPackageName } from './manifests.ts';

/** Says of a module whether the program itself has it. */
export interface OwnModules {
  readonly hasPython: (module: string) => boolean;
  readonly hasNode: (module: string) => boolean;
}

/** Files that say under which names a program imports its own modules. */
export function isAliasFile(path: string): boolean {
  return /(?:^|\/)[jt]sconfig(?:\.[\w-]{1,60})?\.json$/.test(path);
}

const config = z.object({
  compilerOptions: z
    .object({ baseUrl: z.string().optional(), paths: z.record(z.string(), z.array(z.string())).optional() })
    .optional(),
});

/**
 * What the handed-in files are themselves. A folder of a Python program may be on its path wherever it lies. In JavaScript a
 * bare name is a package, unless a configuration maps it to files that were handed in: one that maps it to nothing could
 * else silence every finding.
 */
export function ownModules(files: SourceFiles): OwnModules {
  const parts = new Set(files.flatMap(({ path }) => path.split('/').map((part) => part.replace(/\.\w{1,10}$/, ''))));
  const packages = new Set(files.filter(({ path }) => isPackageJson(path)).map(ownPackageName));
  const paths = files.map(({ path }) => path);
  const maps = files.filter(({ path }) => isAliasFile(path)).flatMap(({ path, text }) => mapsOf(path, text));
  return {
    hasPython: (module) => parts.has(/^[^.]*/.exec(module)?.[0] ?? ''),
    hasNode: (module) =>
      packages.has(/^(?:@[^/]+\/)?[^/]*/.exec(module)?.[0] ?? '') ||
      maps.some((map) => {
        const target = map(module);
        return target !== undefined && paths.some((path) => isModuleAt(path, target));
      }),
  };
}

/** From a module to the path of its file without its ending; `undefined` for what is not mapped. */
type ModuleMap = (module: string) => string | undefined;

function mapsOf(path: string, text: string): readonly ModuleMap[] {
  const read = config.safeParse(looseJson(text));
  const { baseUrl, paths = {} } = read.data?.compilerOptions ?? {};
  const folder = path.slice(0, path.lastIndexOf('/') + 1);
  const base = joined(folder, baseUrl ?? '.');
  return [
    ...(baseUrl === undefined ? [] : [(module: string) => joined(base, module)]),
    ...Object.entries(paths).flatMap(([pattern, targets]) => targets.map((target) => mapOf(pattern, target, base))),
  ];
}

/** `@app/*` to `src/app/*`; without a star, one name to one file. */
function mapOf(pattern: string, target: string, base: string): ModuleMap {
  const [before = '', after] = pattern.split('*');
  return (module) => {
    if (after === undefined) return module === pattern ? joined(base, target) : undefined;
    if (module.length < before.length + after.length || !module.startsWith(before) || !module.endsWith(after)) {
      return undefined;
    }
    const rest = module.slice(before.length, module.length - after.length);
    return joined(
      base,
      target.replace('*', () => rest),
    );
  };
}

/** Comments and trailing commas are usual in these files. */
function looseJson(text: string): unknown {
  const strict = parseJson(text);
  if (strict.ok) return strict.value;
  try {
    const repaired = parseJson(jsonrepair(text));
    return repaired.ok ? repaired.value : undefined;
  } catch {
    return undefined;
  }
}

function isModuleAt(path: string, target: string): boolean {
  if (path === target || path.startsWith(`${target}/`)) return true;
  const plain = target.replace(/\.[cm]?[jt]sx?$/, '');
  return path.startsWith(`${plain}.`) && /\.[cm]?[jt]sx?$/.test(path);
}

/** A path below the root of the program, without `.` and `..`. */
function joined(folder: string, path: string): string {
  const parts: string[] = [];
  for (const part of `${folder}/${path}`.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '' && part !== '.') parts.push(part);
  }
  return parts.join('/');
}
