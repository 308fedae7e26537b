import type { CallFact } from '#engine/analysis/facts.ts';
import { calleeName } from '#engine/analysis/judges/callee-name.ts';
import { numberOf, textOf } from '#engine/analysis/judges/constant-of.ts';
import type { Rule } from '#engine/analysis/rule.ts';
import type { Value } from '#engine/analysis/value.ts';

const WRITABLE_BY_ALL = 0o002;

export const rule: Rule = {
  id: 'javascript/file-permissions',
  languages: ['javascript', 'typescript'],
  cwes: ['CWE-732', 'CWE-276'],
  title: 'File that everyone may write',
  severity: 'medium',
  rationale: 'Every program on the machine can replace what the file holds.',
  remediation: 'Give the file to its owner alone (0o600), or to its group (0o640).',
  references: ['https://cwe.mitre.org/data/definitions/732.html', 'https://cwe.mitre.org/data/definitions/276.html'],
  stage: 'stable',

  check: (facts, report) => {
    for (const call of facts.calls) {
      const mode = modeOf(call);
      if (mode === undefined || (mode & WRITABLE_BY_ALL) === 0) continue;
      report(call.at, { message: `The file mode ${mode.toString(8)} lets everyone write.`, confidence: 'high' });
    }
  },
};

function modeOf(call: CallFact): number | undefined {
  const name = calleeName(call);
  if (/^fs\.(?:l|f)?chmod(?:Sync)?$/.test(name)) return numeric(call.argument(1));
  if (/^fs\.(?:mkdir|writeFile|appendFile|createWriteStream|open|outputFile)(?:Sync)?$/.test(name)) {
    for (const index of [1, 2]) {
      const mode = numeric(call.argument(index)?.fields?.get('mode'));
      if (mode !== undefined) return mode;
    }
    return name.startsWith('fs.mkdir') ? numeric(call.argument(1)) : undefined;
  }
  return name === 'process.umask' && numeric(call.argument(0)) === 0 ? 0o666 : undefined;
}

function numeric(value: Value | undefined): number | undefined {
  const text = textOf(value);
  return text !== undefined && /^0?o?[0-7]{3,4}$/.test(text)
    ? Number.parseInt(text.replace('o', ''), 8)
    : numberOf(value);
}
