import { createRequire } from 'node:module';
import type { Linter } from 'eslint';
import type { SourceFile } from '#core/source-file.ts';
import type { Availability } from '#core/availability.ts';
import type { Detector, DetectorReport, ReportedFinding } from '#engine/detection/detector.ts';
import { type Position, mapLines } from '#engine/detection/line-map.ts';
import { type Dialect, type Lint, loadLint } from './lint.ts';
import { RULES } from './rules.ts';

/** UTF-16 code units of one file. ESLint does that much in about six seconds; it cannot be interrupted. */
const MAX_LENGTH = 500_000;

/** What JavaScript takes for the end of a line. */
const LINE_BREAK = /\r\n|[\n\r\u2028\u2029]/g;

const BYTE_ORDER_MARK = '\uFEFF';

type FileReport = Required<Pick<DetectorReport, 'findings' | 'notCovered'>>;

/** ESLint with security rules for JavaScript and TypeScript, in process, with none of the scanned folder's settings. */
export const detector: Detector = {
  name: 'eslint',
  title: 'ESLint, security rules for JavaScript and TypeScript',
  languages: ['javascript', 'typescript'],
  needsModel: false,
  defaultRole: 'marking',
  availability,
  detect: async ({ files }, { signal, syntax }) => {
    const { Linter: EslintLinter } = await import('eslint/universal');
    const lints = new Map<Dialect, Lint>();
    const reports: FileReport[] = [];
    for (const file of files) {
      const dialect = dialectOf(file.path, syntax.languageOf(file.path)?.id);
      const lint = lints.get(dialect) ?? (await loadLint(dialect));
      lints.set(dialect, lint);
      signal.throwIfAborted();
      reports.push(checkFile(file, lint));
      // Lets a time-out or an interruption happen between two files.
      await new Promise((resolve) => setImmediate(resolve));
    }
    return {
      version: EslintLinter.version,
      findings: reports.flatMap(({ findings }) => findings),
      notCovered: reports.flatMap(({ notCovered }) => notCovered),
    };
  },
};

async function availability(): Promise<Availability> {
  const { resolve } = createRequire(import.meta.url);
  try {
    for (const name of ['eslint', 'eslint-plugin-security', 'eslint-plugin-no-unsanitized']) resolve(name);
    return { isUsable: true, detail: 'in process', remedy: '' };
  } catch {
    return {
      isUsable: false,
      detail: 'ESLint or one of its plugins is not installed.',
      remedy: 'Install SecCode again with its dependencies.',
    };
  }
}

/** JSX and TypeScript's old type assertions (`<Type>value`) exclude each other, so the ending decides. */
function dialectOf(path: string, language: string | undefined): Dialect {
  if (language !== 'typescript') return 'javascript';
  return path.toLowerCase().endsWith('x') ? 'tsx' : 'typescript';
}

function checkFile({ path, text }: SourceFile, lint: Lint): FileReport {
  const notCovered = (reason: string): FileReport => ({ findings: [], notCovered: [{ path, reason }] });
  if (text.length > MAX_LENGTH) return notCovered(`The file is longer than ${MAX_LENGTH} characters.`);
  // ESLint does not count a byte order mark as a column.
  const mark = text.startsWith(BYTE_ORDER_MARK) ? BYTE_ORDER_MARK.length : 0;
  let messages: readonly Linter.LintMessage[];
  try {
    messages = lint(text.slice(mark));
  } catch {
    // Deep nesting exhausts the stack; ESLint keeps nothing between two files, so the others can still be checked.
    return notCovered('ESLint broke down on this file.');
  }
  const fault = messages.find(({ fatal }) => fatal === true);
  if (fault !== undefined) {
    // The line is missing when the parser itself gave up.
    return notCovered(`${fault.line > 0 ? `Line ${fault.line}` : 'The file'} does not parse.`);
  }
  return { findings: findingsOf(path, text, mark, messages), notCovered: [] };
}

function findingsOf(
  path: string,
  text: string,
  mark: number,
  messages: readonly Linter.LintMessage[],
): readonly ReportedFinding[] {
  const theirs = mapLines(text.slice(mark), LINE_BREAK);
  const ours = mapLines(text);
  const toOurs = (position: Position): Position => ours.positionAt(theirs.offsetAt(position) + mark);
  const placeOf = ({ ruleId, line, column }: Linter.LintMessage, rule = ruleId): string => `${rule} ${line}:${column}`;
  const reported = new Set(messages.map((message) => placeOf(message)));

  return messages.flatMap((message) => {
    const rule = RULES[message.ruleId ?? ''];
    if (message.ruleId === null || rule === undefined) return [];
    const { yieldsTo, ...described } = rule;
    if (yieldsTo !== undefined && reported.has(placeOf(message, yieldsTo))) return [];
    const start = toOurs(message);
    const end = toOurs({
      line: message.endLine ?? message.line,
      column: message.endColumn ?? Number.MAX_SAFE_INTEGER,
    });
    return [
      {
        rule: message.ruleId,
        ...described,
        span: { path, startLine: start.line, startColumn: start.column, endLine: end.line, endColumn: end.column },
      },
    ];
  });
}
