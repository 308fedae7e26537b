import { calleeName } from '#engine/analysis/judges/callee-name.ts';
import { walk } from '#engine/analysis/judges/walk.ts';
import { writtenName } from '#engine/analysis/judges/written-name.ts';
import type { CallFact } from '#engine/analysis/facts.ts';
import type { Rule } from '#engine/analysis/rule.ts';

export const rule: Rule = {
  id: 'go/unsafe-pointer',
  languages: ['go'],
  cwes: ['CWE-119', 'CWE-787', 'CWE-125'],
  title: 'Pointer that is computed',
  severity: 'high',
  rationale: 'Nothing checks where a computed pointer leads: it may read and write whatever lies behind a value.',
  remediation: 'Use slices, whose bounds are checked, or unsafe.Slice after a test of the length.',
  references: [
    'https://cwe.mitre.org/data/definitions/119.html',
    'https://cwe.mitre.org/data/definitions/787.html',
    'https://cwe.mitre.org/data/definitions/125.html',
    'https://pkg.go.dev/unsafe#Pointer',
  ],
  stage: 'stable',

  check: (facts, report) => {
    for (const call of facts.calls) {
      const name = calleeName(call);
      if (name === 'unsafe.Pointer' ? isComputed(call) : name === 'unsafe.Add' && !isNumber(call, 1)) {
        report(call.at, {
          message: 'Where the pointer leads is computed and checked by nothing.',
          confidence: 'medium',
        });
      }
    }
  },
};

function isNumber(call: CallFact, position: number): boolean {
  return call.argument(position)?.constant !== undefined;
}

/** `unsafe.Pointer(uintptr(p) + n)` with an offset that is not fixed. */
function isComputed({ expression }: CallFact): boolean {
  const [given] = expression.arguments;
  if (given?.value.kind !== 'binary' || given.value.operator !== '+') return false;
  let hasAddress = false;
  let hasOffset = false;
  for (const node of walk([given.value], { intoFunctions: false })) {
    if (node.kind === 'call' && writtenName(node.callee) === 'uintptr') hasAddress = true;
    if (node.kind === 'call' && /^unsafe\.(?:Sizeof|Offsetof)$/.test(writtenName(node.callee))) return false;
    if (node.kind === 'name' && !/^(?:uintptr|unsafe)$/.test(node.name)) hasOffset = true;
  }
  return hasAddress && hasOffset;
}
