import type { CallFact, ModuleFacts } from '#engine/analysis/facts.ts';
import { numberOf, prefixOf, textOf } from '#engine/analysis/judges/constant-of.ts';
import { methodName } from '#engine/analysis/judges/callee-name.ts';
import type { Rule, RuleFinding } from '#engine/analysis/rule.ts';
import { makeAndOpen } from './make-and-open.ts';

export const rule: Rule = {
  id: 'c/insecure-temp-file',
  languages: ['c', 'cpp'],
  cwes: ['CWE-377', 'CWE-379'],
  title: 'Predictable temporary file',
  severity: 'medium',
  rationale:
    'In a folder that all may write to, somebody else can put a file or a link under a name that can be guessed, before the program opens it.',
  remediation: 'Create temporary files with mkstemp or tmpfile, which make and open them in one step.',
  references: [
    'https://cwe.mitre.org/data/definitions/377.html',
    'https://cwe.mitre.org/data/definitions/379.html',
    'https://wiki.sei.cmu.edu/confluence/display/c/FIO21-C.+Do+not+create+temporary+files+in+shared+directories',
  ],
  stage: 'stable',

  check: (facts, report) => {
    for (const call of facts.calls) {
      const finding = judge(facts, call);
      if (finding !== undefined) report(call.at, finding);
    }
  },
};

const NAMING = /^(?:tmpnam|tmpnam_r|tempnam|mktemp|_mktemp|_tempnam|tmpnam_s)$/;
const SHARED = /^(?:\/tmp\/|\/var\/tmp\/|\/dev\/shm\/)./;

function judge(facts: ModuleFacts, call: CallFact): RuleFinding | undefined {
  const name = methodName(call);
  if (call.expression.callee.kind === 'name' && NAMING.test(name)) {
    const fix = makeAndOpen(facts, call);
    return {
      message: `'${name}' gives a name that somebody else may use before the file is made.`,
      confidence: 'high',
      ...(fix.length > 0 && { fix }),
    };
  }
  const path = call.argument(0);
  if (!SHARED.test(prefixOf(path))) return undefined;
  // What `mkstemp` has made is in place already.
  if (path?.traits.some((trait) => /mkstemp|mkdtemp/.test(trait)) === true || /X{6}/.test(textOf(path) ?? ''))
    return undefined;
  const mode = textOf(call.argument(1)) ?? '';
  const isWritten = (name === 'fopen' || name === 'freopen') && /^[wa]/.test(mode) && !mode.includes('x');
  const isMade = name === 'creat' || (name === 'open' && numberOf(call.argument(1)) === undefined && makes(call));
  if (!isWritten && !isMade) return undefined;
  return {
    message: `'${name}' makes a file in a folder of all users under a name that can be guessed.`,
    confidence: 'medium',
  };
}

/** `O_CREAT` without `O_EXCL`. */
function makes({ arguments: given }: CallFact): boolean {
  const flags = new Set<string>();
  const waiting = given.slice(1, 2).map(({ argument }) => argument.value);
  for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
    if (at.kind === 'name') flags.add(at.name);
    else if (at.kind === 'binary') waiting.push(at.left, at.right);
  }
  return flags.has('O_CREAT') && !flags.has('O_EXCL');
}
