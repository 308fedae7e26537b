import { calleeName } from '#engine/analysis/judges/callee-name.ts';
import { prefixOf, textOf } from '#engine/analysis/judges/constant-of.ts';
import type { Value } from '#engine/analysis/value.ts';
import type { Rule } from '#engine/analysis/rule.ts';

const SHARED = /^(?:\/tmp|\/var\/tmp|\/dev\/shm)(?:\/|$)/;
const VARIABLES = /^(?:PATH|PYTHONPATH|LD_PRELOAD|LD_LIBRARY_PATH|DYLD_INSERT_LIBRARIES|NODE_OPTIONS)$/;

export const rule: Rule = {
  id: 'python/search-path',
  languages: ['python'],
  cwes: ['CWE-426', 'CWE-427'],
  title: 'Code found by a path that others control',
  severity: 'high',
  rationale: 'Whoever can write to a directory of the search path decides which code runs.',
  remediation: 'Name programs and modules by absolute paths that only the owner can write to.',
  references: ['https://cwe.mitre.org/data/definitions/426.html', 'https://cwe.mitre.org/data/definitions/427.html'],
  stage: 'stable',

  check: ({ calls, assignments }, report) => {
    for (const call of calls) {
      if (!/^sys\.path\.(?:insert|append)$/.test(calleeName(call))) continue;
      const problem = problemOf(call.arguments.at(-1)?.value);
      if (problem !== undefined)
        report(call.at, { message: `Modules are looked for in ${problem}.`, confidence: 'high' });
    }
    for (const { name, property, value, at } of assignments) {
      if (!VARIABLES.test(property) || !/environ/.test(name)) continue;
      const problem = problemOf(value);
      if (problem !== undefined) report(at, { message: `Programs are looked for in ${problem}.`, confidence: 'high' });
    }
  },
};

function problemOf(value: Value | undefined): string | undefined {
  if (value === undefined) return undefined;
  if (SHARED.test(prefixOf(value)) || SHARED.test(textOf(value) ?? '')) return 'a directory that everyone may write to';
  const source = value.taints.find(({ kind }) => kind === 'remote');
  return source === undefined ? undefined : `what comes from ${source.what}`;
}
