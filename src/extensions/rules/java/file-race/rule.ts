import type { CallFact, ModuleFacts } from '#engine/analysis/facts.ts';
import type { Expression, Statement } from '#engine/analysis/ir.ts';
import { walk } from '#engine/analysis/judges/walk.ts';
import { writtenName } from '#engine/analysis/judges/written-name.ts';
import type { Rule } from '#engine/analysis/rule.ts';

const ASKING =
  /^(?:exists|notExists|isFile|isRegularFile|isSymbolicLink|canWrite|canRead|isReadable|isWritable|length|size|lastModified|getOwner)$/;
/** What is done to a file whose state was asked for. */
const USING =
  /(?:^|\.)(?:FileOutputStream|FileWriter|FileInputStream|FileReader|RandomAccessFile|PrintWriter)$|^Files\.(?:write|writeString|newOutputStream|newBufferedWriter|newInputStream|newBufferedReader|readAllBytes|readString|readAllLines|copy|move|createFile)$/;
const MAKING =
  /(?:^|\.)(?:FileOutputStream|FileWriter|PrintWriter)$|^Files\.(?:write|writeString|newOutputStream|newBufferedWriter|copy|move)$/;

export const rule: Rule = {
  id: 'java/file-race',
  languages: ['java'],
  cwes: ['CWE-367', 'CWE-362'],
  title: 'File asked about before it is opened',
  severity: 'medium',
  rationale: 'Between the question and the use somebody else can put another file, or a link, in the place.',
  remediation:
    'Open the file in a way that fails by itself: CREATE_NEW, NOFOLLOW_LINKS, createFile; then ask the open file.',
  references: [
    'https://cwe.mitre.org/data/definitions/367.html',
    'https://cwe.mitre.org/data/definitions/362.html',
    'https://docs.oracle.com/en/java/javase/21/docs/api/java.base/java/nio/file/StandardOpenOption.html',
  ],
  stage: 'stable',

  check: (facts, report) => {
    for (const { function: one } of facts.functions) {
      const asked = questionsIn(one.body);
      if (asked.length === 0) continue;
      for (const use of usesIn(one.body)) {
        const question = asked.find(({ at, file }) => at.start < use.at.start && file === use.file);
        if (question === undefined || isAtomic(facts, use.at) || !matters(question, use)) continue;
        report(use.at, {
          message: `'${use.file}' may be another file by now than the one that was asked about.`,
          confidence: 'medium',
        });
        break;
      }
    }
  },
};

interface Mention {
  readonly at: Expression['at'];
  readonly file: string;
  readonly how: string;
  /** The question stands in a test after which nothing is done. */
  readonly isGuard?: boolean;
}

/** Questions that a test asks of a file: `if (file.exists()) …`, `if (Files.isSymbolicLink(file)) throw …`. */
function questionsIn(body: readonly Statement[]): readonly Mention[] {
  const found: Mention[] = [];
  for (const statement of walk(body, { intoFunctions: false })) {
    if (statement.kind !== 'if') continue;
    for (const node of walk([statement.test], { intoFunctions: false })) {
      if (node.kind !== 'call' || node.callee.kind !== 'member' || !ASKING.test(node.callee.property)) continue;
      const subject = writtenName(node.callee.object) === 'Files' ? node.arguments[0]?.value : node.callee.object;
      const file = fileOf(subject);
      const isGuard = statement.then.some(({ kind }) => kind === 'raise' || kind === 'return');
      if (file !== '') found.push({ at: node.at, file, how: node.callee.property, isGuard });
    }
  }
  return found;
}

function usesIn(body: readonly Statement[]): readonly Mention[] {
  const found: Mention[] = [];
  for (const node of walk(body, { intoFunctions: false })) {
    if (node.kind !== 'call') continue;
    const how = writtenName(node.callee);
    if (!USING.test(how)) continue;
    for (const { value } of node.arguments.slice(0, 2)) {
      const file = fileOf(value);
      if (file !== '') found.push({ at: node.at, file, how });
    }
  }
  return found;
}

/** `file` of `file`, `file.toPath()`, `file.toFile()`. */
function fileOf(value: Expression | undefined): string {
  const object =
    value?.kind === 'call' && value.callee.kind === 'member' && /^to(?:Path|File)$/.test(value.callee.property)
      ? value.callee.object
      : value;
  return object?.kind === 'name' ? object.name : '';
}

/** An open that fails by itself, or does not follow a link. */
function isAtomic(facts: ModuleFacts, at: CallFact['at']): boolean {
  return /\b(?:CREATE_NEW|NOFOLLOW_LINKS|createFile)\b/.test(facts.codeAt(at));
}

/**
 * What decides about safety: that a file is not there, no link or no longer than a limit before it is written or read. To
 * read a file if it is there is harmless.
 */
function matters({ how, isGuard }: Mention, use: Mention): boolean {
  const isMaking = MAKING.test(use.how);
  if (/^(?:isSymbolicLink|getOwner)$/.test(how)) return true;
  if (/^(?:exists|notExists)$/.test(how)) return isMaking;
  if (/^(?:length|size|isFile|isRegularFile|lastModified)$/.test(how)) return isMaking && isGuard === true;
  return isMaking;
}
