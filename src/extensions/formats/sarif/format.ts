import type { Invocation, Log, Notification, Run } from 'sarif';
import type { Finding } from '#core/finding.ts';
import type { DetectorOutcome } from '#core/session-event.ts';
import type { SessionSettings } from '#core/settings.ts';
import type { SourceFiles } from '#core/source-file.ts';
import { isOpen } from '#engine/detection/threshold.ts';
import type { Format, Report, ScanReport } from '#engine/reports/format.ts';
import { jsonText } from '#engine/reports/json-text.ts';
import { likelihoods } from '#engine/reports/likelihood.ts';
import { describeProof, type ProofFacts } from '#engine/reports/proof-facts.ts';
import { inReadingOrder } from '#engine/reports/reading-order.ts';
import { acceptanceOf } from '#engine/reports/scan-notes.ts';
import { coverageGaps } from '#engine/reports/scan-verdict.ts';
import { summariseEvents } from '#engine/reports/summary.ts';
import { lineHashes } from './line-hash.ts';
import { physicalLocation } from './locations.ts';
import { plainText } from './message.ts';
import { type Dismissal, resultOf } from './results.ts';
import { ruleId, rulesOf } from './rules.ts';

const SCHEMA = 'https://json.schemastore.org/sarif-2.1.0.json';
const INFORMATION = 'https://www.npmjs.com/package/seccode';

/**
 * SARIF 2.1.0 as GitHub code scanning takes it: one run, and so one category, for each detector.
 *
 * A detector that knows none of the languages has no run. A run says `executionSuccessful: false` unless its detector
 * looked at everything; when nothing at all looked, a run without results says so, for an empty log would read as clean.
 */
export const format: Format = {
  name: 'sarif',
  title: 'SARIF 2.1.0, for GitHub code scanning and other viewers',
  extensions: ['.sarif', '.sarif.json'],
  format: (report) => jsonText(logOf(subjectOf(report))),
};

/** What is common to a scan and to the result of a session. */
interface Subject {
  readonly version: string;
  readonly files: SourceFiles;
  readonly detectors: readonly DetectorOutcome[];
  readonly threshold: Pick<SessionSettings, 'failOn' | 'minConfidence'>;
  /** Why a person dismissed or accepted a finding, by fingerprint. */
  readonly dismissals: ReadonlyMap<string, Dismissal>;
  /** How many findings below the wanted confidence each detector had. */
  readonly belowConfidence: NonNullable<ScanReport['belowConfidence']>;
  /** Detectors that should have looked at the code and did not. */
  readonly missing: readonly string[];
  /** What pairs of inputs say of the result. */
  readonly proofs: readonly ProofFacts[];
}

function subjectOf(report: Report): Subject {
  if (report.kind === 'scan') {
    const { version, files, detectors, suppressed = [], baseline, belowConfidence = {} } = report;
    const accepted = [
      ...suppressed.map(({ finding, reason }) => ({ finding, kind: 'inSource' as const, reason })),
      ...(baseline?.accepted ?? []).map(({ finding, entry }) => ({
        finding,
        kind: 'external' as const,
        reason: acceptanceOf(entry),
      })),
    ];
    return {
      version,
      files,
      // What is accepted stands among the results, as suppressed: a viewer then closes it and does not forget it.
      detectors: detectors.map((outcome) => ({
        ...outcome,
        findings: [
          ...outcome.findings,
          ...accepted.flatMap(({ finding }) => (finding.detector === outcome.detector ? [finding] : [])),
        ],
      })),
      threshold: report,
      dismissals: new Map(accepted.map(({ finding, kind, reason }) => [finding.fingerprint, { kind, reason }])),
      belowConfidence,
      missing: [],
      proofs: [],
    };
  }
  const { started, best, dismissed, evidence, proofs } = summariseEvents(report.events);
  return {
    version: report.version,
    files: best?.files ?? [],
    detectors: best?.outcomes ?? [],
    threshold: started.settings,
    belowConfidence: {},
    dismissals: new Map(
      dismissed.map(({ finding, reason }) => [finding.fingerprint, { kind: 'external' as const, reason }]),
    ),
    proofs,
    missing: evidence
      .filter(({ status, role }) => status === 'not run' && role !== 'neither')
      .map(({ detector }) => detector),
  };
}

function logOf(subject: Subject): Log {
  const likely = likelihoods(subject.detectors);
  const runs = [
    ...subject.detectors
      .filter(({ status }) => status !== 'not-applicable')
      .map((outcome) => detectorRun(outcome, subject, likely)),
    ...subject.missing.map((detector) => emptyRun(detector, `Detector ${detector} did not run.`, subject.version)),
  ];
  const [gap = 'No detector looked at this code.'] = coverageGaps(subject.detectors);
  return {
    $schema: SCHEMA,
    version: '2.1.0',
    runs: runs.length > 0 ? runs : [emptyRun('none', gap, subject.version)],
    // What was fixed is no result any more, and that its attack was seen to fail is worth saying.
    ...(subject.proofs.length > 0 && { properties: { proofs: subject.proofs.map(proofEntry) } }),
  };
}

function proofEntry(proof: ProofFacts): {
  readonly ruleId: string;
  readonly fingerprint: string;
  readonly state: string;
  readonly text: string;
} {
  const { finding, state } = proof;
  return { ruleId: ruleId(finding), fingerprint: finding.fingerprint, state, text: plainText(describeProof(proof)) };
}

function detectorRun(
  outcome: DetectorOutcome,
  { version, files, threshold, dismissals, belowConfidence, proofs }: Subject,
  likely: ReturnType<typeof likelihoods>,
): Run {
  const findings = inReadingOrder(outcome.findings);
  const rules = rulesOf(findings);
  const hashes = hashesOf(findings, files);
  const below = belowConfidence[outcome.detector] ?? 0;
  return {
    ...runHead(outcome.detector, version),
    tool: {
      driver: { ...driver(version), rules: [...rules] },
      extensions: [{ name: outcome.detector, version: outcome.version || 'unknown' }],
    },
    invocations: [invocationOf(outcome)],
    results: findings.map((finding) => {
      const probability = likely.get(finding)?.probability;
      const proof = proofs.find((known) => known.finding.fingerprint === finding.fingerprint)?.state;
      const dismissal = dismissals.get(finding.fingerprint);
      return resultOf({
        finding,
        ruleIndex: rules.findIndex(({ id }) => id === ruleId(finding)),
        lineHash: hashes.get(finding.span.path)?.get(finding.span.startLine),
        isOpen: dismissal === undefined && isOpen(finding, threshold),
        ...(probability !== undefined && { probability }),
        ...(dismissal !== undefined && { dismissal }),
        ...(proof !== undefined && { proof }),
      });
    }),
    ...(below > 0 && { properties: { findingsBelowConfidence: below, minConfidence: threshold.minConfidence } }),
  };
}

function emptyRun(detector: string, reason: string, version: string): Run {
  return {
    ...runHead(detector, version),
    invocations: [{ executionSuccessful: false, toolExecutionNotifications: [problem(reason)] }],
    results: [],
  };
}

function runHead(detector: string, version: string): Run {
  return {
    tool: { driver: driver(version) },
    automationDetails: { id: `seccode/${detector}/` },
    columnKind: 'utf16CodeUnits',
    originalUriBaseIds: { '%SRCROOT%': { description: { text: 'The root of the scanned files.' } } },
  };
}

function driver(version: string): Run['tool']['driver'] {
  return { name: 'SecCode', semanticVersion: version, informationUri: INFORMATION };
}

function invocationOf({ detector, status, reason, notCovered }: DetectorOutcome): Invocation {
  const notifications: readonly Notification[] = [
    ...(status === 'failed' ? [problem(`Detector ${detector} failed: ${reason}`)] : []),
    ...notCovered.map(({ path, reason: why }) => ({
      ...problem(`Detector ${detector} did not check ${path}: ${why}`),
      locations: [{ physicalLocation: { artifactLocation: physicalLocation(startOf(path)).artifactLocation ?? {} } }],
    })),
  ];
  return {
    executionSuccessful: notifications.length === 0,
    ...(notifications.length > 0 && { toolExecutionNotifications: [...notifications] }),
  };
}

function problem(text: string): Notification {
  return { level: 'error', message: { text: plainText(text) } };
}

function startOf(path: string): Finding['span'] {
  return { path, startLine: 1, startColumn: 1, endLine: 1, endColumn: 1 };
}

function hashesOf(findings: readonly Finding[], files: SourceFiles): ReadonlyMap<string, ReadonlyMap<number, string>> {
  const lines = new Map<string, Set<number>>();
  for (const { span } of findings) {
    const known = lines.get(span.path) ?? new Set();
    lines.set(span.path, known.add(span.startLine));
  }
  return new Map(
    files.flatMap(({ path, text }) => {
      const wanted = lines.get(path);
      return wanted === undefined ? [] : [[path, lineHashes(text, wanted)] as const];
    }),
  );
}
