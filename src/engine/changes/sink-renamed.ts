import type { ChangeFault } from '#core/session-event.ts';
import type { ChangeCheck, Version } from './change.ts';
import { callsOf, countBy, type OutlinedFile, soundFiles } from './version-index.ts';

const NAME = 'sink-renamed';

/**
 * A call that a finding pointed at is gone, and the callee now stands in the code without being called: under another
 * name (`run = os.system`) or handed to somebody else (`partial(os.system, text)`), where detectors no longer see it.
 */
export const sinkRenamed: ChangeCheck = {
  name: NAME,
  find: ({ before, after, flaggedLines }) => {
    if (before === undefined) return [];
    const earlier = countBy(callsOf(before), ({ callee }) => callee);
    const later = countBy(callsOf(after), ({ callee }) => callee);
    const flagged = callsOf(before).filter(({ span }) => flaggedLines[span.path]?.includes(span.startLine) === true);
    const gone = [...new Set(flagged.map(({ callee }) => callee))].filter(
      (callee) => NAMES.test(callee) && (later.get(callee) ?? 0) < (earlier.get(callee) ?? 0),
    );
    return gone.flatMap((callee) => {
      const found = mentions(callee, after);
      const last = found.at(-1);
      if (last === undefined || found.length <= mentions(callee, before).length) return [];
      const fault: ChangeFault = {
        check: NAME,
        ...last,
        message: `\`${callee}\` is no longer called by its name but passed on.`,
      };
      return [fault];
    });
  },
};

/** A plain or dotted name: what is more than that cannot be given another name by writing it down. */
const NAMES = /^[A-Za-z_$][\w$]*(?:\.[A-Za-z_$][\w$]*)*$/;

interface Mention {
  readonly path: string;
  readonly line: number;
}

/** Where the name stands in code, outside of strings, comments and imports, and is not called. */
function mentions(callee: string, version: Version): readonly Mention[] {
  const pattern = new RegExp(`(?<![\\w$.])${callee.replace(/[.$]/g, '\\$&')}(?![\\w$.]|\\s*\\()`, 'g');
  return soundFiles(version).flatMap((outlined) =>
    codeLines(outlined).flatMap((code, index) =>
      IMPORT.test(code)
        ? []
        : Array.from(code.matchAll(pattern), () => ({ path: outlined.file.path, line: index + 1 })),
    ),
  );
}

const IMPORT = /^\s*(?:import|from|#include|using|const\s+\{|package)\b/;

/** The file's lines with strings and comments blanked out. */
function codeLines({ file, outline }: OutlinedFile): readonly string[] {
  const lines = file.text.split('\n');
  for (const { span } of [...outline.comments, ...outline.strings]) {
    for (let line = span.startLine; line <= span.endLine; line += 1) {
      const text = lines[line - 1] ?? '';
      const from = line === span.startLine ? span.startColumn - 1 : 0;
      const to = line === span.endLine ? span.endColumn - 1 : text.length;
      lines[line - 1] = text.slice(0, from) + ' '.repeat(Math.max(0, to - from)) + text.slice(to);
    }
  }
  return lines;
}
