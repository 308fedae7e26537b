import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { KINDS, type Kind } from './kinds.ts';

/** A registry file as the folders beside it want it. */
export interface Registry {
  /** Relative to the root of the project, with forward slashes. */
  readonly path: string;
  readonly wanted: string;
  readonly isFresh: boolean;
}

const LINE_WIDTH = 120;

/** Every registry of the project at `root`, in the order of the kinds. */
export function registriesOf(root: string): readonly Registry[] {
  return KINDS.map((kind) => {
    const path = `src/extensions/${kind.folder}/index.generated.ts`;
    const wanted = registryText(kind, extensionNames(root, kind));
    const file = join(root, path);
    return { path, wanted, isFresh: existsSync(file) && readFileSync(file, 'utf8') === wanted };
  });
}

/** Names of the extensions of one kind, sorted: the folders that hold the kind's file. */
export function extensionNames(root: string, { folder, file }: Kind): readonly string[] {
  const parent = join(root, 'src/extensions', folder);
  if (!existsSync(parent)) return [];
  return readdirSync(parent, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && existsSync(join(parent, entry.name, `${file}.ts`)))
    .map(({ name }) => name)
    .sort();
}

/** Source text of a registry: each extension by name, loaded when it is first needed. */
export function registryText(kind: Kind, names: readonly string[]): string {
  const { folder, type, contract } = kind;
  const head = `export const ${folder}: Readonly<Record<string, () => Promise<${type}>>> =`;
  return [
    '// Written by `npm run generate` from the folders beside it. Do not edit.',
    `import type { ${type} } from '${contract}';`,
    '',
    '/** One entry per folder; loaded when it is first needed. */',
    ...(names.length === 0 ? [`${head} {};`] : [`${head} {`, ...names.map((name) => entry(kind, name)), '};']),
    '',
  ].join('\n');
}

function entry(kind: Kind, name: string): string {
  const key = /^[a-z][a-z0-9]*$/.test(name) ? name : `'${name}'`;
  const load = `(await import('./${name}/${kind.file}.ts')).${kind.export},`;
  const line = `  ${key}: async () => ${load}`;
  return line.length <= LINE_WIDTH ? line : `  ${key}: async () =>\n    ${load}`;
}
