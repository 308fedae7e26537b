import type { Finding, FlowStep, Span } from '#core/finding.ts';
import { CONFIDENCES, isAtLeast } from '#core/severity.ts';
import type { SourceFiles } from '#core/source-file.ts';
import { type LineMap, mapLines } from '../syntax/line-map.ts';
import type { Place } from './ir.ts';
import type { Rule, RuleFinding } from './rule.ts';
import type { Step } from './value.ts';

/** A finding as rules give it; whoever runs the analysis adds the detector's name and the fingerprint. */
export type RuleReport = Omit<Finding, 'detector' | 'fingerprint'>;

/** One finding of a rule, where it is. */
export type AddFinding = (rule: Rule, path: string, at: Place, finding: RuleFinding) => void;

/** Gathers what rules report, one finding per rule and place: the surest, then the worst. */
export function findingsSink(files: SourceFiles): {
  readonly add: AddFinding;
  readonly lineOf: (path: string, offset: number) => number;
  readonly all: () => readonly RuleReport[];
} {
  const texts = new Map(files.map(({ path, text }) => [path, text]));
  const maps = new Map<string, LineMap>();
  const found = new Map<string, RuleReport>();

  const mapOf = (path: string): LineMap => {
    const known = maps.get(path);
    if (known !== undefined) return known;
    // Findings come file by file; maps of many large files would be kept for nothing.
    if (maps.size > 64) maps.clear();
    const made = mapLines(path, texts.get(path) ?? '');
    maps.set(path, made);
    return made;
  };
  const spanOf = (path: string, { start, end }: Place): Span => mapOf(path).spanOf(start, Math.max(start, end));

  return {
    lineOf: (path, offset) => spanOf(path, { start: offset, end: offset }).startLine,
    add: (rule, path, at, finding) => {
      const span = spanOf(path, at);
      const key = `${rule.id} ${path} ${String(span.startLine)}:${String(span.startColumn)} ${String(span.endLine)}:${String(span.endColumn)}`;
      const reported: RuleReport = {
        rule: rule.id,
        cwes: finding.cwes ?? rule.cwes,
        severity: finding.severity ?? rule.severity,
        confidence: finding.confidence,
        span,
        message: finding.message,
        remediation: finding.remediation ?? rule.remediation,
        ...(finding.taint === undefined ? {} : { flow: flowOf(finding.taint.steps, spanOf) }),
        ...(finding.fix === undefined
          ? {}
          : { fix: finding.fix.map(({ at: place, newText }) => ({ span: spanOf(path, place), newText })) }),
      };
      const known = found.get(key);
      if (known === undefined || isSurer(reported, known)) found.set(key, reported);
    },
    all: () => [...found.values()],
  };
}

function isSurer(a: RuleReport, b: RuleReport): boolean {
  const difference = CONFIDENCES.indexOf(a.confidence) - CONFIDENCES.indexOf(b.confidence);
  return difference > 0 || (difference === 0 && a.severity !== b.severity && isAtLeast(a.severity, b.severity));
}

function flowOf(last: Step, spanOf: (path: string, at: Place) => Span): readonly FlowStep[] {
  const steps: FlowStep[] = [];
  for (let step: Step | undefined = last; step !== undefined; step = step.before) {
    steps.push({ span: spanOf(step.path, step.at), message: step.message });
  }
  return steps.reverse();
}
