import type { CallFact } from '#engine/analysis/facts.ts';
import type { Expression } from '#engine/analysis/ir.ts';
import { calleeName } from '#engine/analysis/judges/callee-name.ts';
import { secretKind } from '#engine/analysis/judges/secret-name.ts';
import { lastName, writtenName } from '#engine/analysis/judges/written-name.ts';
import type { Rule } from '#engine/analysis/rule.ts';

const LOGS =
  /^(?:log|log\/slog|logrus|glog|klog|zap|zerolog)\.(?:Logger\.)?(?:Print|Fatal|Panic|Info|Warn|Warning|Error|Debug|Trace)(?:f|ln|w)?$|^(?:log\.Logger)\.\w+$/;
/** Loggers that are only known by what they are called. */
const LOGGERS =
  /(?:^|\.)(?:log|logger|lg|sugar|zlog)\.(?:Print|Fatal|Panic|Info|Warn|Warning|Error|Debug|Trace)(?:f|ln|w)?$/i;
const PRINTS = /^fmt\.Print(?:f|ln)?$/;

export const rule: Rule = {
  id: 'go/sensitive-data-logged',
  languages: ['go'],
  cwes: ['CWE-532', 'CWE-312'],
  title: 'Secret in a log',
  severity: 'medium',
  rationale: 'Logs are kept long, copied and read by many, and so is every secret in them.',
  remediation: 'Leave the secret out of the log.',
  references: ['https://cwe.mitre.org/data/definitions/532.html', 'https://cwe.mitre.org/data/definitions/312.html'],
  stage: 'stable',

  check: (facts, report) => {
    for (const call of facts.calls) {
      const name = calleeName(call);
      const isLog = LOGS.test(name) || LOGGERS.test(writtenName(call.expression.callee));
      if (!isLog && !PRINTS.test(name)) continue;
      const secret = secretIn(call);
      if (secret === undefined) continue;
      report(call.at, {
        message: `'${secret}' is written to the log.`,
        confidence: isLog || /pass|secret/i.test(secret) ? 'medium' : 'low',
      });
    }
  },
};

function secretIn(call: CallFact): string | undefined {
  for (const { argument } of call.arguments) {
    const found = nameIn(argument.value);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** A value as it is, or put into a text; what a function makes of it may be harmless. */
function nameIn(value: Expression): string | undefined {
  const parts = value.kind === 'template' ? value.parts : value.kind === 'binary' ? [value.left, value.right] : [value];
  for (const part of parts) {
    const inner = part.kind === 'cast' ? part.operand : part;
    if (inner.kind === 'binary' && inner !== value) {
      const below = nameIn(inner);
      if (below !== undefined) return below;
    }
    // `r.FormValue("password")`, but not what a function makes of it.
    if (inner.kind === 'call' && secretKind(lastName(inner)) === 'password' && inner.callee.kind === 'member')
      return lastName(inner);
    if (inner.kind !== 'name' && inner.kind !== 'member') continue;
    const name = lastName(inner);
    const kind = secretKind(name);
    if (kind === 'password' || kind === 'secret' || kind === 'key' || (kind === 'token' && /token$/i.test(name)))
      return name;
  }
  return undefined;
}
