import type { SourceFile, SourceFiles } from '#core/source-file.ts';
import type { ModuleRules } from './front-end.ts';

/** Files of a folder that one of its files needs; more are not looked at for the sake of one. */
const MOST_NEEDED = 60;
const WORD = /[\p{L}_$][\p{L}\p{N}_$]*/gu;

/** What the files of one folder give to each other, in languages whose packages are folders. */
export interface SharedNames {
  /** Paths of files beside `path`, or of a package `store/*.go`, that give a name: `Store`, `Store.find`. */
  readonly givers: (path: string, name: string) => readonly string[];
  /** Paths of files of a package, `store/*.go`, that give a name which the text mentions. */
  readonly neededOf: (pattern: string, text: string, modules: ModuleRules) => readonly string[];
  /** Paths of all files of a package, `store/*.go`. */
  readonly membersOf: (pattern: string) => readonly string[];
  /** Paths of files beside `path` that give a name which the text mentions. */
  readonly neededBy: (path: string, text: string, modules: ModuleRules) => readonly string[];
}

interface Folder {
  /** Paths by the whole name, and by its last part: a method is mentioned without its type. */
  readonly byName: ReadonlyMap<string, readonly string[]>;
  readonly byWord: ReadonlyMap<string, ReadonlySet<string>>;
}

/**
 * Opens what files share; a folder is looked at when it is first asked about. Only files with the same ending count as
 * neighbours.
 */
export function openSharedNames(files: SourceFiles): SharedNames {
  const members = new Map<string, SourceFile[]>();
  for (const file of files) {
    const key = keyOf(file.path);
    const known = members.get(key);
    if (known === undefined) members.set(key, [file]);
    else known.push(file);
  }
  const folders = new Map<string, Folder>();

  const needed = (key: string, own: string | undefined, text: string, modules: ModuleRules): readonly string[] => {
    const { shared } = modules;
    if (shared === undefined) return [];
    if (!folders.has(key)) folders.set(key, indexed(members.get(key) ?? [], shared));
    const folder = folders.get(key);
    const paths = new Set<string>();
    for (const [word] of text.matchAll(WORD)) {
      for (const other of folder?.byWord.get(word) ?? []) if (other !== own) paths.add(other);
      if (paths.size > MOST_NEEDED) break;
    }
    return [...paths].slice(0, MOST_NEEDED);
  };

  return {
    givers: (path, name) => folders.get(keyOf(path))?.byName.get(name) ?? [],
    membersOf: (pattern) => (members.get(pattern) ?? []).map(({ path }) => path),
    neededBy: (path, text, modules) => needed(keyOf(path), path, text, modules),
    neededOf: (pattern, text, modules) => (members.has(pattern) ? needed(pattern, undefined, text, modules) : []),
  };
}

function indexed(files: readonly SourceFile[], shared: NonNullable<ModuleRules['shared']>): Folder {
  const byName = new Map<string, string[]>();
  const byWord = new Map<string, Set<string>>();
  for (const file of files) {
    for (const name of new Set(shared(file))) {
      byName.set(name, [...(byName.get(name) ?? []), file.path]);
      const word = name.slice(name.lastIndexOf('.') + 1);
      byWord.set(word, (byWord.get(word) ?? new Set()).add(file.path));
    }
  }
  return { byName, byWord };
}

/** Folder and ending. */
function keyOf(path: string): string {
  const name = path.lastIndexOf('/') + 1;
  const dot = path.lastIndexOf('.');
  return `${path.slice(0, name)}*${dot < name ? '' : path.slice(dot)}`;
}
