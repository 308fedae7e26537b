import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { FRONT_ENDS, KINDS, type Kind } from './kinds.ts';

/** A registry file as the folders beside it want it. */
export interface Registry {
  /** Relative to the root of the project, with forward slashes. */
  readonly path: string;
  readonly wanted: string;
  readonly isFresh: boolean;
}

const LINE_WIDTH = 120;
const NOTICE = '// Written by `npm run generate` from the folders beside it. Do not edit.';

/** Every registry of the project at `root`, in the order of the kinds; that of a group before the one that loads it. */
export function registriesOf(root: string): readonly Registry[] {
  return [...KINDS, FRONT_ENDS].flatMap((kind) => {
    const folder = `src/extensions/${kind.folder}`;
    const file = kind.registry ?? 'index.generated.ts';
    if (kind.isGrouped !== true) {
      return [registry(root, `${folder}/${file}`, registryText(kind, extensionNames(root, kind)))];
    }
    const groups = groupNames(root, kind);
    return [
      ...groups.map((group) =>
        registry(
          root,
          `${folder}/${group}/${file}`,
          groupText(kind, namesIn(join(root, folder, group), `${kind.file}.ts`)),
        ),
      ),
      registry(root, `${folder}/${file}`, registryText(kind, groups)),
    ];
  });
}

/**
 * Names of the extensions of one kind, sorted: the folders that hold the kind's file. In groups, `group/name`.
 */
export function extensionNames(root: string, kind: Kind): readonly string[] {
  const parent = join(root, 'src/extensions', kind.folder);
  if (kind.isGrouped !== true) return namesIn(parent, `${kind.file}.ts`);
  return groupNames(root, kind).flatMap((group) =>
    namesIn(join(parent, group), `${kind.file}.ts`).map((name) => `${group}/${name}`),
  );
}

/** Source text of a registry: each extension, or each group of them, by name, loaded when it is first needed. */
export function registryText(kind: Kind, names: readonly string[]): string {
  const { folder, constant = folder, type, contract, isGrouped } = kind;
  const loaded = isGrouped === true ? `readonly ${type}[]` : type;
  const head = `export const ${constant}: Readonly<Record<string, () => Promise<${loaded}>>> =`;
  return [
    NOTICE,
    `import type { ${type} } from '${contract}';`,
    '',
    '/** One entry per folder; loaded when it is first needed. */',
    ...(names.length === 0 ? [`${head} {};`] : [`${head} {`, ...names.map((name) => entry(kind, name)), '};']),
    '',
  ].join('\n');
}

function groupText({ folder, file, export: exported, type, contract }: Kind, names: readonly string[]): string {
  const imports = names.map((name) => `import { ${exported} as ${camelCase(name)} } from './${name}/${file}.ts';`);
  const head = `export const ${folder}: readonly ${type}[] = [`;
  return [
    NOTICE,
    `import type { ${type} } from '${contract}';`,
    ...imports,
    '',
    '/** One per folder. */',
    ...arrayLines(head, names.map(camelCase)),
    '',
  ].join('\n');
}

function arrayLines(head: string, items: readonly string[]): readonly string[] {
  const line = `${head}${items.join(', ')}];`;
  return line.length <= LINE_WIDTH ? [line] : [head, ...items.map((item) => `  ${item},`), '];'];
}

function entry(kind: Kind, name: string): string {
  const key = /^[a-z][a-z0-9]*$/.test(name) ? name : `'${name}'`;
  const load =
    kind.isGrouped === true
      ? `(await import('./${name}/index.generated.ts')).${kind.folder},`
      : `(await import('./${name}/${kind.file}.ts')).${kind.export},`;
  const line = `  ${key}: async () => ${load}`;
  return line.length <= LINE_WIDTH ? line : `  ${key}: async () =>\n    ${load}`;
}

function registry(root: string, path: string, wanted: string): Registry {
  const file = join(root, path);
  return { path, wanted, isFresh: existsSync(file) && readFileSync(file, 'utf8') === wanted };
}

/** Groups that have at least one extension. */
function groupNames(root: string, { folder, file }: Kind): readonly string[] {
  const parent = join(root, 'src/extensions', folder);
  return foldersIn(parent).filter((group) => namesIn(join(parent, group), `${file}.ts`).length > 0);
}

function namesIn(parent: string, file: string): readonly string[] {
  return foldersIn(parent).filter((name) => existsSync(join(parent, name, file)));
}

function foldersIn(parent: string): readonly string[] {
  if (!existsSync(parent)) return [];
  return readdirSync(parent, { withFileTypes: true })
    .filter((found) => found.isDirectory())
    .map(({ name }) => name)
    .sort();
}

/** `sql-injection` as `sqlInjection`. An underscore keeps a reserved word or a digit from being the whole or the first. */
function camelCase(name: string): string {
  const joined = name.replace(/-([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
  return joined === name ? `${name}_` : joined;
}
