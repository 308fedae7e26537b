import type { Span } from '#core/finding.ts';
import type { Detector, ReportedFinding } from '#engine/detection/detector.ts';
import { cDetector } from '#engine/external/c-tool.ts';
import type { FilesReport } from '#engine/external/look-at-each.ts';
import type { SafeFiles } from '#engine/external/safe-files.ts';
import type { ToolNeed } from '#engine/external/tool-availability.ts';
import { type XmlElement, readXmlReport } from '#engine/external/read-xml.ts';
import { toolPositions } from '#engine/external/tool-positions.ts';
import { toldSentence } from '#engine/external/told-sentence.ts';
import { RULES } from './rules.ts';

const NAME = 'cppcheck';

const NEED: ToolNeed = {
  title: 'cppcheck',
  command: ['cppcheck', '--version'],
  minimum: '2.7',
  remedy: 'Install cppcheck 2.7 or newer, such as by apt-get install cppcheck.',
};

/** cppcheck breaks lines at a lone carriage return, too. */
const COUNTING = { unit: 'byte', skipsByteOrderMark: true, lineBreak: /\r\n|\n|\r/g } as const;

const LIMITS = { timeoutMs: 120_000, memoryBytes: 1_000_000_000 } as const;

/** By these it says that it could not read a file. */
const UNREAD = /^(?:syntaxError|unknownMacro|internalError|internalAstError|cppcheckError|preprocessorErrorDirective)$/;

/** cppcheck: reads C and C++ without their headers. */
export const detector: Detector = cDetector({
  name: NAME,
  title: 'cppcheck, for C and C++',
  languages: ['c', 'cpp'],
  need: NEED,
  limits: LIMITS,
  look: async ({ path, file, safe, run }) => {
    const { stderr } = await run(
      [
        'cppcheck',
        '--quiet',
        '--xml',
        '--xml-version=2',
        '--enable=warning',
        // Code that is there only where this is not defined is meant to be hidden from it.
        '-U__cppcheck__',
        '-U__CPPCHECK__',
        path,
      ],
      [0],
    );
    const root = readXmlReport({ detector: NAME, tool: 'cppcheck', text: stderr }, 'results');
    const errors = root.children.filter(({ name }) => name === 'errors').flatMap(({ children }) => children);
    return reportOf(
      errors.filter(({ name }) => name === 'error'),
      file.path,
      safe,
    );
  },
});

function reportOf(errors: readonly XmlElement[], path: string, safe: SafeFiles): FilesReport {
  const unread = errors.find(({ attributes }) => UNREAD.test(attributes.get('id') ?? ''));
  const line = unread?.children.find(({ name }) => name === 'location')?.attributes.get('line');
  return {
    findings: errors.flatMap((error) => findingsIn(error, safe)),
    notCovered:
      unread === undefined
        ? []
        : [{ path, reason: `cppcheck cannot read this file${line === undefined ? '' : ` (line ${line})`}.` }],
  };
}

function findingsIn(error: XmlElement, safe: SafeFiles): readonly ReportedFinding[] {
  const id = error.attributes.get('id') ?? '';
  const rule = Object.hasOwn(RULES, id) ? RULES[id] : undefined;
  const steps = error.children
    .filter(({ name }) => name === 'location')
    .map((location) => ({ span: spanOf(location, safe), message: location.attributes.get('info') ?? '' }));
  const span = steps[0]?.span;
  if (rule === undefined || span === undefined) return [];
  const flow = steps
    .toReversed()
    .flatMap((step) => (step.span === undefined ? [] : [{ span: step.span, message: step.message || 'Here.' }]));
  return [
    {
      rule: id,
      cwes: rule.cwes,
      severity: rule.severity,
      confidence: confidenceOf(error, rule.confidence),
      span,
      message: toldSentence('It', error.attributes.get('msg') ?? ''),
      remediation: rule.remediation,
      ...(flow.length > 1 ? { flow } : {}),
    },
  ];
}

/** An inconclusive error is a guess, and a warning holds under a condition. */
function confidenceOf({ attributes }: XmlElement, usual: ReportedFinding['confidence']): ReportedFinding['confidence'] {
  if (attributes.get('inconclusive') === 'true') return 'low';
  return attributes.get('severity') === 'error' ? usual : 'medium';
}

function spanOf({ attributes }: XmlElement, safe: SafeFiles): Span | undefined {
  const file = safe.fileAt(attributes.get('file') ?? '');
  if (file === undefined) return undefined;
  const number = (name: string): number => Number.parseInt(attributes.get(name) ?? '', 10) || 0;
  const { line, column } = toolPositions(file.text, COUNTING)({ line: number('line'), column: number('column') });
  return { path: file.path, startLine: line, startColumn: column, endLine: line, endColumn: column + 1 };
}
