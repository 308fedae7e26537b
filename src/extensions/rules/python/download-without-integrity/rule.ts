import { commandText } from '#engine/analysis/judges/command-text.ts';
import { calleeName } from '#engine/analysis/judges/callee-name.ts';
import { prefixOf } from '#engine/analysis/judges/constant-of.ts';
import { definitionOf } from '#engine/analysis/judges/surroundings.ts';
import type { CallFact, ModuleFacts } from '#engine/analysis/facts.ts';
import type { Expression } from '#engine/analysis/ir.ts';
import type { Rule } from '#engine/analysis/rule.ts';

const RUNS_CODE = /^(?:exec|eval|compile|types\.CodeType|marshal\.loads|importlib\.util\.module_from_spec)$/;
const RUNS_COMMAND = /^(?:os\.system|os\.popen|subprocess\.(?:run|call|Popen|check_call|check_output|getoutput))$/;
const FROM_NETWORK =
  /^(?:requests\.(?:get|post|request)|urllib\.request\.urlopen|urllib2?\.urlopen|httpx\.(?:get|post)|http\.Session\.get|urllib3\.PoolManager\(\)\.request)$/;
const PIPE =
  /\b(?:curl|wget)\b[^|;&]*\|\s*(?:sudo\s+)?(?:ba|z|da)?sh\b|\b(?:curl|wget)\b[^|;&]*\|\s*(?:sudo\s+)?python/;
const PLAIN_INSTALL = /\bpip3?\s+install\b.*(?:http:\/\/|--trusted-host)/;
const PROGRAM = /\.(?:exe|sh|py|whl|zip|tar\.gz|tgz|deb|rpm|msi|jar|dll|so|bin|pkl|pt|pth)$/i;

export const rule: Rule = {
  id: 'python/download-without-integrity',
  languages: ['python'],
  cwes: ['CWE-494'],
  title: 'Downloaded code run unchecked',
  severity: 'high',
  rationale: 'Whoever controls the server, or the way to it, decides what runs.',
  remediation: 'Fetch over https and compare the hash or the signature with a known one before anything runs.',
  references: ['https://cwe.mitre.org/data/definitions/494.html'],
  stage: 'stable',

  check: (facts, report) => {
    for (const call of facts.calls) {
      const name = calleeName(call);
      if (RUNS_CODE.test(name) && isDownloaded(facts, call)) {
        report(call.at, { message: 'What was downloaded is run as code.', confidence: 'high' });
      } else if (RUNS_COMMAND.test(name)) {
        const command = commandText(call);
        if (PIPE.test(command))
          report(call.at, { message: 'A script is downloaded and run at once.', confidence: 'high' });
        else if (PLAIN_INSTALL.test(command))
          report(call.at, {
            message: 'A package is installed from a server that is not authenticated.',
            confidence: 'medium',
          });
      } else if (/(?:^|\.)urlretrieve$/.test(name)) {
        const url = prefixOf(call.argument(0, 'url'));
        if (url.startsWith('http://') && PROGRAM.test(url))
          report(call.at, {
            message: 'The program is downloaded without encryption or a check.',
            confidence: 'medium',
          });
      }
    }
  },
};

/** Whether what is run, or the expression that gave it its name, is a request. */
function isDownloaded(facts: ModuleFacts, call: CallFact): boolean {
  const given = call.arguments[0]?.argument.value;
  if (given === undefined) return false;
  const made = [given, innermost(definitionOf(facts, innermost(given)))];
  return facts.calls.some(
    (other) =>
      made.some(({ at }) => at.start <= other.at.start && other.at.end <= at.end) &&
      FROM_NETWORK.test(calleeName(other)),
  );
}

/** What the methods and attributes are of: `response` of `response.text.strip()`. */
function innermost(expression: Expression): Expression {
  if (expression.kind === 'member') return innermost(expression.object);
  if (expression.kind === 'call' && expression.callee.kind === 'member' && expression.callee.object.kind !== 'name')
    return innermost(expression.callee.object);
  return expression;
}
