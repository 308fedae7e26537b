import { calleeName } from '#engine/analysis/judges/callee-name.ts';
import { textOf } from '#engine/analysis/judges/constant-of.ts';
import { isTestPath } from '#engine/analysis/judges/test-path.ts';
import { nodesOf } from '#engine/analysis/judges/nodes-of.ts';
import type { ModuleFacts } from '#engine/analysis/facts.ts';
import type { Rule } from '#engine/analysis/rule.ts';

const EVERYWHERE: ReadonlySet<string> = new Set(['', '0.0.0.0', '::']);

export const rule: Rule = {
  id: 'python/bind-all-interfaces',
  languages: ['python'],
  cwes: ['CWE-605', 'CWE-1327'],
  title: 'Socket open on every interface',
  severity: 'medium',
  rationale: 'A service that listens on every address is reached from networks it was not meant for.',
  remediation: 'Bind the address that the service is meant for, such as 127.0.0.1.',
  references: ['https://cwe.mitre.org/data/definitions/605.html', 'https://cwe.mitre.org/data/definitions/1327.html'],
  stage: 'stable',

  check: (facts, report) => {
    for (const call of facts.calls) {
      const name = calleeName(call);
      if (name.endsWith('.bind')) {
        const address = textOf(call.argument(0)?.fields?.get('0'));
        const literal = call.arguments[0]?.argument.value;
        const isTuple = call.argument(0)?.form === 'tuple' || literal?.kind === 'sequence';
        if (!isTuple || address === undefined || !EVERYWHERE.has(address)) continue;
        report(call.at, {
          message: 'The socket listens on every interface.',
          confidence: isTestPath(facts.module.path) ? 'low' : 'medium',
        });
      } else if (
        /\.(?:run|run_server|run_simple|serve|create_server|start_server)$/.test(name) &&
        textOf(call.argument('host')) === '0.0.0.0'
      ) {
        // Inside a container this is how a server is reached at all.
        report(call.at, {
          message: 'The server listens on every interface.',
          confidence: hasDebugger(facts) ? 'medium' : 'low',
        });
      }
    }
  },
};

/** Whether the file runs a server with its debugger. */
function hasDebugger(facts: ModuleFacts): boolean {
  return nodesOf(facts, 'call').some(({ arguments: given }) =>
    given.some(({ name, value }) => name === 'debug' && value.kind === 'literal' && value.value === true),
  );
}
