import type { ArtifactChange, CodeFlow, Fix, Result } from 'sarif';
import type { Edit, Finding, FlowStep } from '#core/finding.ts';
import { isAttackSeen, type ProofFacts } from '#engine/reports/proof-facts.ts';
import { sarifSeverity } from '#engine/reports/levels.ts';
import { location, pathToUri, region } from './locations.ts';
import { plainText } from './message.ts';
import { ruleId } from './rules.ts';

export interface ResultContext {
  readonly finding: Finding;
  readonly ruleIndex: number;
  /** GitHub's hash of the first line; absent when the file's text is not at hand. */
  readonly lineHash: string | undefined;
  /** Decides the verdict; others are only reported. */
  readonly isOpen: boolean;
  /** How likely it is, from 0 to 1; absent when that is not known. */
  readonly probability?: number;
  /** Why a person dismissed or accepted it, and whether the code itself says so. */
  readonly dismissal?: Dismissal;
  /** What a pair of inputs says of it; absent when there is none. */
  readonly proof?: ProofFacts['state'];
}

export interface Dismissal {
  readonly kind: 'inSource' | 'external';
  readonly reason: string;
}

export function resultOf({
  finding,
  ruleIndex,
  lineHash,
  isOpen,
  probability,
  dismissal,
  proof,
}: ResultContext): Result {
  const { severity, confidence, cwes, message, span, flow = [], fix = [], remediation, exploit, fingerprint } = finding;
  return {
    ruleId: ruleId(finding),
    ruleIndex,
    level: sarifSeverity(severity).level,
    ...(probability !== undefined && { rank: Math.round(1000 * probability) / 10 }),
    message: { text: plainText([message, remediation].filter((part) => part !== undefined).join(' ')) },
    locations: [location(span)],
    partialFingerprints: {
      ...(lineHash !== undefined && { primaryLocationLineHash: lineHash }),
      'seccode/v1': fingerprint,
    },
    ...(flow.length > 0 && { codeFlows: [codeFlow(flow)] }),
    ...(fix.length > 0 && { fixes: [fixOf(fix, remediation)] }),
    ...(dismissal !== undefined && {
      suppressions: [{ kind: dismissal.kind, status: 'accepted', justification: dismissal.reason }],
    }),
    properties: {
      severity,
      confidence,
      isOpen,
      ...(probability !== undefined && { probability }),
      cwes: [...cwes],
      ...(exploit !== undefined && { [isAttackSeen(finding) ? 'shownExploit' : 'claimedExploit']: plainText(exploit) }),
      ...(proof !== undefined && { proof }),
    },
  };
}

function codeFlow(steps: readonly FlowStep[]): CodeFlow {
  return {
    threadFlows: [
      {
        locations: steps.map(({ span, message }) => ({
          location: { ...location(span), message: { text: plainText(message) } },
        })),
      },
    ],
  };
}

function fixOf(edits: readonly Edit[], remediation: string | undefined): Fix {
  const paths = [...new Set(edits.map(({ span }) => span.path))];
  return {
    description: { text: plainText(remediation ?? 'Replaces the code so that the weakness is gone.') },
    artifactChanges: paths.map(
      (path): ArtifactChange => ({
        artifactLocation: { uri: pathToUri(path), uriBaseId: '%SRCROOT%' },
        replacements: edits
          .filter(({ span }) => span.path === path)
          .map(({ span, newText }) => ({ deletedRegion: region(span), insertedContent: { text: newText } })),
      }),
    ),
  };
}
