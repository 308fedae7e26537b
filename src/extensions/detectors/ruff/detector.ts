import { z } from 'zod';
import type { SourceFile } from '#core/source-file.ts';
import type { Availability } from '#core/availability.ts';
import type { Detector, DetectorReport, ReportedFinding } from '#engine/detection/detector.ts';
import { type Position, mapLines } from '#engine/detection/line-map.ts';
import { quietComments } from './quiet-comments.ts';
import { dropRuff, hasRuff, loadRuff } from './ruff-module.ts';
import type { RuffRule } from './ruff-rule.ts';
import { RULES } from './rules.ts';

/** UTF-16 code units of one file. Ruff does a megabyte in about half a second; it cannot be interrupted. */
const MAX_LENGTH = 1_000_000;

/** What Ruff takes for the end of a line. */
const LINE_BREAK = /\r\n|\n|\r/g;

/** Code that the diagnostics of Ruff's parser have. */
const SYNTAX_ERROR = 'invalid-syntax';

/** Nothing else is set and no settings file is read: what lies in the scanned folder has no say. */
const SETTINGS = {
  preview: false,
  // The newest that Ruff knows: an older one would call new syntax an error.
  'target-version': 'py314',
  lint: { select: Object.keys(RULES) },
} as const;

const place = z.object({ row: z.int(), column: z.int() });
const diagnosticsSchema = z.array(
  z.object({ code: z.string().nullable(), message: z.string(), start_location: place, end_location: place }),
);
type Diagnostic = z.infer<typeof diagnosticsSchema>[number];

type FileReport = Required<Pick<DetectorReport, 'findings' | 'notCovered'>>;

/** Ruff's security rules for Python, in process as WebAssembly: needs no Python. */
export const detector: Detector = {
  name: 'ruff',
  title: 'Ruff, security rules for Python',
  languages: ['python'],
  needsModel: false,
  defaultRole: 'marking',
  availability,
  detect: async ({ files }, { signal }) => {
    const reports: FileReport[] = [];
    for (const file of files) {
      signal.throwIfAborted();
      reports.push(checkFile(file));
      // Lets a time-out or an interruption happen between two files.
      await new Promise((resolve) => setImmediate(resolve));
    }
    return {
      version: loadRuff().Workspace.version(),
      findings: reports.flatMap(({ findings }) => findings),
      notCovered: reports.flatMap(({ notCovered }) => notCovered),
    };
  },
};

async function availability(): Promise<Availability> {
  return hasRuff()
    ? { isUsable: true, detail: 'in process', remedy: '' }
    : {
        isUsable: false,
        detail: 'The package @astral-sh/ruff-wasm-nodejs is not installed.',
        remedy: 'Install SecCode again with its dependencies.',
      };
}

function checkFile({ path, text }: SourceFile): FileReport {
  const notCovered = (reason: string): FileReport['notCovered'] => [{ path, reason }];
  if (text.length > MAX_LENGTH) {
    return { findings: [], notCovered: notCovered(`The file is longer than ${MAX_LENGTH} characters.`) };
  }
  let diagnostics: readonly Diagnostic[];
  try {
    diagnostics = diagnose(text);
  } catch {
    // Deep nesting exhausts the stack. The other files, and later calls, get a Ruff that never saw this one.
    dropRuff();
    return { findings: [], notCovered: notCovered('Ruff broke down on this file.') };
  }
  const fault = diagnostics.find(({ code }) => code === null || code === SYNTAX_ERROR);
  return {
    findings: diagnostics.flatMap(findingsIn(path, text)),
    notCovered: fault === undefined ? [] : notCovered(`Line ${fault.start_location.row} does not parse as Python.`),
  };
}

type Ruff = ReturnType<typeof loadRuff>;

/** A workspace holds settings and no file; making one costs more than checking a short file. */
let kept: { readonly ruff: Ruff; readonly workspace: InstanceType<Ruff['Workspace']> } | undefined;

function diagnose(text: string): readonly Diagnostic[] {
  const ruff = loadRuff();
  // A workspace of a Ruff that broke down goes with it.
  if (kept?.ruff !== ruff) kept = { ruff, workspace: new ruff.Workspace(SETTINGS, ruff.PositionEncoding.Utf16) };
  const { workspace } = kept;
  return diagnosticsSchema.parse(workspace.check(quietComments(text, (given) => workspace.tokens(given))));
}

function findingsIn(path: string, text: string): (diagnostic: Diagnostic) => readonly ReportedFinding[] {
  const theirs = mapLines(text, LINE_BREAK);
  const ours = mapLines(text);
  const toOurs = ({ row, column }: Diagnostic['start_location']): Position =>
    ours.positionAt(theirs.offsetAt({ line: row, column }));

  return ({ code, message, start_location, end_location }) => {
    const rule = RULES[code ?? ''];
    if (code === null || rule === undefined) return [];
    const start = toOurs(start_location);
    const end = toOurs(end_location);
    return [
      {
        rule: code,
        cwes: rule.cwes,
        ...gradeOf(rule, message),
        span: { path, startLine: start.line, startColumn: start.column, endLine: end.line, endColumn: end.column },
        message: rule.message,
        remediation: rule.remediation,
      },
    ];
  };
}

function gradeOf(
  { severity, confidence, milder }: RuffRule,
  message: string,
): Pick<RuffRule, 'severity' | 'confidence'> {
  const grade = milder?.when.test(message) === true ? milder : { severity, confidence };
  return { severity: grade.severity, confidence: grade.confidence };
}
