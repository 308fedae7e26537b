import type { Expression, Place, Statement } from '#engine/analysis/ir.ts';
import { walk } from '#engine/analysis/judges/walk.ts';
import { lastName, writtenName } from '#engine/analysis/judges/written-name.ts';
import type { Rule } from '#engine/analysis/rule.ts';

const ASKING = /^os\.(?:Stat|Lstat)$/;
/** What makes, replaces or changes a file; to read one that is there is harmless unless a link was looked for. */
const CHANGING =
  /^(?:os\.(?:Create|WriteFile|OpenFile|Remove|RemoveAll|Rename|Chmod|Chown|Truncate)|ioutil\.WriteFile)$/;
const READING = /^(?:os\.(?:Open|ReadFile)|ioutil\.ReadFile)$/;

export const rule: Rule = {
  id: 'go/file-race',
  languages: ['go'],
  cwes: ['CWE-367', 'CWE-362'],
  title: 'File asked about before it is changed',
  severity: 'medium',
  rationale: 'Between the question and the change somebody else can put another file, or a link, in the place.',
  remediation: 'Open the file in a way that fails by itself, such as with os.O_EXCL, and ask the open file.',
  references: [
    'https://cwe.mitre.org/data/definitions/367.html',
    'https://cwe.mitre.org/data/definitions/362.html',
    'https://pkg.go.dev/os#pkg-constants',
  ],
  stage: 'stable',

  check: (facts, report) => {
    for (const { function: one } of facts.functions) {
      const calls = fileCalls(one.body);
      const asked = calls.filter(({ how }) => ASKING.test(how));
      const use = calls.find(({ at, how, file }) => {
        const question = asked.find((other) => other.file === file && other.at.start < at.start);
        if (question === undefined) return false;
        if (READING.test(how)) return isAboutLinks(facts.codeAt(one.at), question.how);
        return CHANGING.test(how) && !/\bO_EXCL\b|\bO_NOFOLLOW\b/.test(facts.codeAt(at));
      });
      if (use === undefined) continue;
      report(use.at, {
        message: `'${use.file}' may be another file by now than the one that was asked about.`,
        confidence: 'medium',
      });
    }
  },
};

interface FileCall {
  readonly at: Place;
  readonly how: string;
  readonly file: string;
}

/** Calls of the standard library whose first argument is the plain name of a path. */
function fileCalls(body: readonly Statement[]): readonly FileCall[] {
  const found: FileCall[] = [];
  for (const node of walk(body, { intoFunctions: false })) {
    if (node.kind !== 'call') continue;
    const how = writtenName(node.callee);
    const file = fileOf(node.arguments[0]?.value);
    if (file !== '' && (ASKING.test(how) || CHANGING.test(how) || READING.test(how)))
      found.push({ at: node.at, how, file });
  }
  return found;
}

function fileOf(value: Expression | undefined): string {
  if (value?.kind === 'name') return value.name;
  return value?.kind === 'member' ? `${writtenName(value.object)}.${lastName(value)}` : '';
}

/** `Lstat` that looks for a link before the file is read. */
function isAboutLinks(text: string, how: string): boolean {
  return how === 'os.Lstat' && /\bModeSymlink\b/.test(text) && !/\bSameFile\b/.test(text);
}
