import { calleeName } from '#engine/analysis/judges/callee-name.ts';
import { usesOf } from '#engine/analysis/judges/surroundings.ts';
import type { Rule } from '#engine/analysis/rule.ts';

/** What costs as much as the number it is given says. */
const COSTLY: Readonly<Record<string, string>> = {
  range: 'how often a loop runs',
  xrange: 'how often a loop runs',
  'time.sleep': 'how long a thread sleeps',
  sleep: 'how long a thread sleeps',
  bytearray: 'how much memory is taken',
  'os.urandom': 'how much memory is taken',
  'numpy.zeros': 'how much memory is taken',
  'np.zeros': 'how much memory is taken',
  'np.ones': 'how much memory is taken',
  'itertools.repeat': 'how often a loop runs',
  'math.factorial': 'how large a number gets',
  'secrets.token_bytes': 'how much memory is taken',
};

export const rule: Rule = {
  id: 'python/resource-exhaustion',
  languages: ['python'],
  cwes: ['CWE-770', 'CWE-400'],
  title: 'Effort chosen by the sender',
  severity: 'medium',
  rationale: 'One request with a large number keeps the server busy or takes all of its memory.',
  remediation: 'Refuse numbers above a limit.',
  references: ['https://cwe.mitre.org/data/definitions/770.html', 'https://cwe.mitre.org/data/definitions/400.html'],
  stage: 'stable',

  check: (facts, report) => {
    for (const call of facts.calls) {
      const name = calleeName(call);
      if (name !== 'int' && name !== 'float') continue;
      const input = call.argument(0);
      const source = input?.taints.find(({ kind }) => kind === 'remote');
      if (source === undefined) continue;
      const { names, roles } = usesOf(facts, call.expression);
      if (roles.has('compared')) continue;
      const costly = names.find((used) => Object.hasOwn(COSTLY, used));
      if (costly === undefined) continue;
      report(call.at, {
        message: `The number from ${source.what} says ${COSTLY[costly] ?? ''}.`,
        confidence: 'medium',
        taint: source,
      });
    }
  },
};
