import { calleeName, endsWithName } from '#engine/analysis/judges/callee-name.ts';
import { prefixOf, textOf } from '#engine/analysis/judges/constant-of.ts';
import { isTestPath } from '#engine/analysis/judges/test-path.ts';
import { definitionOf } from '#engine/analysis/judges/surroundings.ts';
import type { CallFact, ModuleFacts } from '#engine/analysis/facts.ts';
import type { Rule } from '#engine/analysis/rule.ts';

const NAME_ONLY: readonly string[] = ['tempfile.mktemp', 'os.tempnam', 'os.tmpnam', 'os.tmpfile'];
/** A fixed name in a directory that everyone may write to. */
const SHARED = /^(?:\/tmp|\/var\/tmp|\/dev\/shm)\/\w/;

export const rule: Rule = {
  id: 'python/insecure-temp-file',
  languages: ['python'],
  cwes: ['CWE-377', 'CWE-379'],
  title: 'Insecure temporary file',
  severity: 'medium',
  rationale:
    'Another user can put a link at the name before the program opens it, and so read or redirect what is written.',
  remediation: 'Create the file in one step with tempfile.NamedTemporaryFile or tempfile.mkstemp.',
  references: [
    'https://cwe.mitre.org/data/definitions/377.html',
    'https://cwe.mitre.org/data/definitions/379.html',
    'https://docs.python.org/3/library/tempfile.html#tempfile.mktemp',
  ],
  stage: 'stable',

  check: (facts, report) => {
    const isTest = isTestPath(facts.module.path);
    for (const call of facts.calls) {
      const name = calleeName(call);
      if (NAME_ONLY.some((callee) => endsWithName(name, callee)) || name === 'mktemp') {
        report(call.at, {
          message: 'The name of the temporary file is chosen before the file is created.',
          confidence: isTest ? 'low' : 'high',
        });
      } else if (name === 'open' || endsWithName(name, 'io.open') || endsWithName(name, 'os.open')) {
        const path = call.argument(0, 'file', 'path');
        const mode = textOf(call.argument(1, 'mode')) ?? 'r';
        const isShared = SHARED.test(prefixOf(path)) || isInTemporary(facts, call);
        if (endsWithName(name, 'os.open') || !/[wa+]/.test(mode) || !isShared) continue;
        // What is appended to a path that comes from outside is another weakness.
        report(call.at, {
          message: 'A file with a name that can be known in advance is written to a shared directory.',
          confidence: isTest || (textOf(path) === undefined && !isInTemporary(facts, call)) ? 'low' : 'medium',
        });
      }
    }
  },
};

/** `os.path.join(tempfile.gettempdir(), 'report.txt')`: known words in the directory for everyone. */
function isInTemporary(facts: ModuleFacts, call: CallFact): boolean {
  const written = call.expression.arguments[0]?.value;
  if (written === undefined) return false;
  const path = facts.textAt(definitionOf(facts, written).at);
  return /\bgettempdir\(\)(?:\s*[,+/]\s*['"][^'"{%]+['"])+\s*\)?$/.test(path);
}
