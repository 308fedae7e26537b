import type { ChangeFault } from '#core/session-event.ts';
import type { Change, ChangeCheck, Version } from './change.ts';
import { allFiles, isSound, lastPart, soundFiles } from './version-index.ts';

/**
 * A public function or type that is gone. A new name counts as gone: other code calls the old one.
 *
 * A method may move to another type, a function to another file, and a function may become a value or a macro of the
 * same name. Types are asked for only when they are public and named.
 */
export const functionDeleted: ChangeCheck = {
  name: 'function-deleted',
  find: ({ before, after }: Change) => {
    if (before === undefined || !isSound(after)) return [];
    return [...missing(before, after, 'function'), ...missing(before, after, 'type')];
  },
};

interface Definition {
  readonly name: string;
  readonly path: string;
  readonly line: number;
}

function missing(before: Version, after: Version, kind: 'function' | 'type'): readonly ChangeFault[] {
  const kept = definitions(after, kind);
  const names = new Set(kept.map(({ name }) => name));
  const spare = countLastParts(kept);
  // A member that only moved is found under its last part, once per place.
  for (const { name } of definitions(before, kind)) {
    if (names.has(name)) spare.set(lastPart(name), (spare.get(lastPart(name)) ?? 0) - 1);
  }
  const reported = new Set<string>();

  return publicDefinitions(before, kind).flatMap(({ name, path, line }) => {
    if (names.has(name) || reported.has(name)) return [];
    const moved = spare.get(lastPart(name)) ?? 0;
    if (moved > 0) {
      spare.set(lastPart(name), moved - 1);
      return [];
    }
    if (allFiles(after).some(({ file }) => isBound(file.text, lastPart(name)))) return [];
    reported.add(name);
    return [{ check: 'function-deleted', path, line, message: `The ${kind} \`${name}\` is gone.` }];
  });
}

function countLastParts(found: readonly Definition[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { name } of found) counts.set(lastPart(name), (counts.get(lastPart(name)) ?? 0) + 1);
  return counts;
}

function definitions(version: Version, kind: 'function' | 'type'): readonly Definition[] {
  return soundFiles(version).flatMap(({ outline }) =>
    (kind === 'function' ? outline.functions : outline.types).map(({ name, span }) => ({
      name,
      path: outline.path,
      line: span.startLine,
    })),
  );
}

function publicDefinitions(version: Version, kind: 'function' | 'type'): readonly Definition[] {
  if (kind === 'type') return definitions(version, 'type');
  return soundFiles(version).flatMap(({ outline }) =>
    outline.functions
      .filter(({ isPublic }) => isPublic)
      .map(({ name, span }) => ({ name, path: outline.path, line: span.startLine })),
  );
}

/** Whether a text gives the name a value in another way: `name = ...`, `#define name`, `import { name }`. */
function isBound(text: string, name: string): boolean {
  for (let at = text.indexOf(name); at !== -1; at = text.indexOf(name, at + name.length)) {
    if (/[\w$]/.test(text[at - 1] ?? '') || /[\w$]/.test(text[at + name.length] ?? '')) continue;
    const lineStart = text.lastIndexOf('\n', at) + 1;
    const start = text.slice(Math.max(lineStart, at - 200), at);
    const rest = text.slice(at + name.length, at + name.length + 40);
    if (
      /^\s*(?::[^=\n]{0,30})?=(?![=>])/.test(rest) &&
      /^\s*(?:(?:export|const|let|var|static|auto)\s+)*$/.test(start)
    ) {
      return true;
    }
    if (/#\s*define\s+$/.test(start) || /^\s*(?:from\s[^\n]*\simport\s|import\s)/.test(start)) return true;
  }
  return false;
}
