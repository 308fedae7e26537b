import { posix } from 'node:path';
import type { SourceFile, SourceFiles } from '#core/source-file.ts';
import type { WorkspaceFile } from '../sandbox/sandbox.ts';

/** A file of the candidate, and where it lies for the tool. */
export interface PlacedFile {
  readonly file: SourceFile;
  /** Relative to the workspace, with forward slashes; safe as an argument of any program. */
  readonly path: string;
}

/** Files of a candidate in a workspace, under names that no program can misread. */
export interface SafeFiles {
  /** One for each file given, in the same order. */
  readonly placed: readonly PlacedFile[];
  /** What to put into the workspace. */
  readonly files: readonly WorkspaceFile[];
  /**
   * The file that a tool means by a path in its output, relative or absolute; `undefined` for a path that is none of the
   * files, such as a header of the system.
   *
   * @param workspacePath The workspace's own `path`, for tools that print absolute paths.
   */
  readonly fileAt: (path: string, workspacePath?: string) => SourceFile | undefined;
}

/**
 * The folder that all files lie in. The workspace itself is the home of the tool and the folder it is run in, and what it
 * looks for there, its settings and its plug-ins, must not be a file of the candidate. Nor can a path that begins with it
 * be taken for an option.
 */
const FOLDER = 'code';

/** A part of a path that neither a shell, a list of arguments nor a tool's own patterns read as anything else. */
const SAFE_PART = /^[A-Za-z0-9_][A-Za-z0-9_.-]{0,99}$/;
const SAFE_ENDING = /(?<=.)\.[A-Za-z0-9]{1,10}$/s;
const MAX_PATH_LENGTH = 1000;

/**
 * Names files for a workspace. A safe path stays as it is, so that files go on finding each other by relative paths; an
 * unsafe part of a path is replaced by a neutral one, everywhere by the same.
 *
 * @param rewrite Text to write instead of a file's own, such as one without the comments that silence the tool. It must
 * keep the places of everything, since places are mapped by the file's own text.
 */
export function safeFiles(files: SourceFiles, rewrite: (file: SourceFile) => string = ({ text }) => text): SafeFiles {
  const rename = neutralNames(files);
  const folders = new Set(files.flatMap(({ path }) => foldersOf(path)));
  const taken = new Map<string, SourceFile>();
  const placed = files.map((file, index): PlacedFile => {
    const wanted = [FOLDER, ...file.path.split('/').map(rename)].join('/');
    // A file and a folder of one name, or a path as long as no system allows: the file gets a place of its own.
    const isImpossible = folders.has(file.path) || wanted.length > MAX_PATH_LENGTH || taken.has(wanted);
    const path = isImpossible ? `${FOLDER}-${index}/file${endingOf(file.path)}` : wanted;
    taken.set(path, file);
    return { file, path };
  });
  return {
    placed,
    files: placed.map(({ file, path }) => ({ path, content: rewrite(file) })),
    fileAt: (path, workspacePath) => {
      const isInside = workspacePath !== undefined && path.startsWith(`${workspacePath}/`);
      return taken.get(posix.normalize(isInside ? path.slice(workspacePath.length + 1) : path));
    },
  };
}

function neutralNames(files: SourceFiles): (part: string) => string {
  const parts = new Set(files.flatMap(({ path }) => path.split('/')));
  const names = new Map<string, string>();
  let number = 0;
  return (part) => {
    if (SAFE_PART.test(part)) return part;
    let name = names.get(part);
    while (name === undefined || parts.has(name)) {
      number += 1;
      name = `neutral-${number}${endingOf(part)}`;
    }
    names.set(part, name);
    return name;
  };
}

function endingOf(path: string): string {
  return SAFE_ENDING.exec(path)?.[0] ?? '';
}

function foldersOf(path: string): readonly string[] {
  const parts = path.split('/');
  return parts.slice(1).map((_, index) => parts.slice(0, index + 1).join('/'));
}
