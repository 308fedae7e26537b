import type { CallFact } from '#engine/analysis/facts.ts';
import type { Expression } from '#engine/analysis/ir.ts';
import { calleeName, methodName } from '#engine/analysis/judges/callee-name.ts';
import { prefixOf } from '#engine/analysis/judges/constant-of.ts';
import { lastName, writtenName } from '#engine/analysis/judges/written-name.ts';
import type { Rule } from '#engine/analysis/rule.ts';

const WRITES = /^(?:os\.(?:Create|WriteFile|OpenFile|Mkdir)|io\/ioutil\.WriteFile)$/;
/** Numbers that others on the machine see. */
const GUESSABLE = /^(?:os\.Get(?:pid|ppid|uid)|Unix(?:Nano|Milli|Micro)?)$/;

export const rule: Rule = {
  id: 'go/insecure-temp-file',
  languages: ['go'],
  cwes: ['CWE-377', 'CWE-379'],
  title: 'Temporary file with a name that can be guessed',
  severity: 'medium',
  rationale:
    'In a folder that everyone may write to, somebody else can put a link in the place of the file beforehand.',
  remediation: 'Make temporary files with os.CreateTemp and folders with os.MkdirTemp.',
  references: [
    'https://cwe.mitre.org/data/definitions/377.html',
    'https://cwe.mitre.org/data/definitions/379.html',
    'https://pkg.go.dev/os#CreateTemp',
  ],
  stage: 'stable',

  check: (facts, report) => {
    for (const call of facts.calls) {
      if (!WRITES.test(calleeName(call)) || !isTemporary(call) || isExclusive(call)) continue;
      report(call.at, {
        message: `'${methodName(call)}' writes a file with a fixed name in a folder that is open to all.`,
        confidence: 'medium',
      });
    }
  },
};

function isTemporary(call: CallFact): boolean {
  const path = call.argument(0);
  if (path === undefined || path.taints.some(({ kind }) => kind === 'remote')) return false;
  const prefix = prefixOf(path);
  if (/^(?:\/var)?\/tmp\/[^/]+$/.test(prefix)) return path.isFixed === true || !/[-_.]$/.test(prefix);
  const [first, ...rest] = path.parts ?? [];
  if (first === undefined || typeof first === 'string' || first.name !== 'os.TempDir()') return false;
  return rest.length === 1 || rest.some((part) => typeof part !== 'string' && isGuessable(part.origin));
}

/** `os.O_EXCL` refuses a file that is there. */
function isExclusive(call: CallFact): boolean {
  const flags = call.expression.arguments[1]?.value;
  const pending = flags === undefined ? [] : [flags];
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    if (node.kind === 'binary') pending.push(node.left, node.right);
    else if (writtenName(node).endsWith('O_EXCL')) return true;
  }
  return calleeName(call) === 'os.OpenFile' && flags !== undefined && writtenName(flags).endsWith('O_RDONLY');
}

/** `os.Getpid()`, `time.Now().Unix()` */
function isGuessable(origin: Expression | undefined): boolean {
  const made = origin?.kind === 'cast' ? origin.operand : origin;
  if (made?.kind !== 'call') return false;
  return GUESSABLE.test(writtenName(made.callee)) || GUESSABLE.test(lastName(made.callee));
}
