import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { SourceFile, SourceFiles } from '#core/source-file.ts';

/** One example of a rule: a file, or a folder of files that belong together. */
export interface RuleExample {
  readonly name: string;
  readonly isGood: boolean;
  readonly files: SourceFiles;
}

/** A comment at the end of a line that says what the rule makes of the line. */
export interface RuleMark {
  readonly path: string;
  readonly line: number;
  readonly kind: 'finding' | 'missed';
  readonly text: string;
}

/** `# finding: text` and `// finding: text` to the end of the line, or up to the end of a block comment. */
const MARKER = /(?:#|\/\/|\/\*)\s*(finding|missed):\s*(.+?)\s*(?:\*\/.*)?$/;

/** The examples in a rule's folder: `bad*` and `good*`, sorted. */
export function readExamples(directory: string): readonly RuleExample[] {
  return readdirSync(directory)
    .filter((name) => /^(?:bad|good)/.test(name))
    .sort()
    .map((name) => ({ name, isGood: name.startsWith('good'), files: filesAt(join(directory, name), name) }));
}

/** The marks of one file, in the order of its lines. */
export function marksIn({ path, text }: SourceFile): readonly RuleMark[] {
  return text.split(/\r?\n/).flatMap((content, index) => {
    const [, kind, said] = MARKER.exec(content) ?? [];
    if ((kind !== 'finding' && kind !== 'missed') || said === undefined) return [];
    return [{ path, line: index + 1, kind, text: said }];
  });
}

function filesAt(location: string, name: string): SourceFiles {
  if (!statSync(location).isDirectory()) return [{ path: name, text: readFileSync(location, 'utf8') }];
  return readdirSync(location, { recursive: true, encoding: 'utf8' })
    .filter((inner) => statSync(join(location, inner)).isFile())
    .map((inner) => ({ path: inner.replaceAll('\\', '/'), text: readFileSync(join(location, inner), 'utf8') }))
    .sort((a, b) => (a.path < b.path ? -1 : 1));
}
