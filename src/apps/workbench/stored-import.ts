import type { ImportedFindings } from '#core/task.ts';

/**
 * What a session keeps of imported findings: messages without secrets, and no edits, for those would hold code that
 * nobody has looked through.
 */
export function storedImport(
  { tool, version, findings }: Omit<ImportedFindings, 'repeatedBy'>,
  repeatedBy: string | undefined,
  hide: (text: string) => string,
): ImportedFindings {
  return {
    tool,
    version,
    findings: findings.map(({ rule, cwes, severity, confidence, span, message, remediation, flow }) => ({
      rule,
      cwes,
      severity,
      confidence,
      span,
      message: hide(message),
      ...(remediation === undefined ? {} : { remediation: hide(remediation) }),
      ...(flow === undefined ? {} : { flow: flow.map((step) => ({ span: step.span, message: hide(step.message) })) }),
    })),
    ...(repeatedBy === undefined ? {} : { repeatedBy }),
  };
}
