import { calleeName } from '#engine/analysis/judges/callee-name.ts';
import { textOf } from '#engine/analysis/judges/constant-of.ts';
import { nodesOf } from '#engine/analysis/judges/nodes-of.ts';
import { lastName } from '#engine/analysis/judges/written-name.ts';
import type { Rule } from '#engine/analysis/rule.ts';

const MATCHERS = /^regexp\.(?:MustCompile|Compile|MatchString|Match|MustCompilePOSIX|CompilePOSIX)$/;
/** A dot that stands for any character before the end of a host's name. */
const LOOSE_DOT = /(?:^|[^\\[\]])\.(?:com|org|net|io|dev|edu|gov|co|app)\b/;
const HOST = /^[a-z\d-]+(?:\.[a-z\d-]+)*\.(?:com|org|net|io|dev|edu|gov|app)$/i;

export const rule: Rule = {
  id: 'go/incomplete-url-check',
  languages: ['go'],
  cwes: ['CWE-20'],
  title: 'Test of an address that lets others through',
  severity: 'medium',
  rationale: 'A host that only looks like the one that is meant passes the test.',
  remediation: 'Parse the address with url.Parse and compare its whole host; escape dots in patterns.',
  references: ['https://cwe.mitre.org/data/definitions/20.html', 'https://pkg.go.dev/net/url#URL.Hostname'],
  stage: 'stable',

  check: (facts, report) => {
    for (const call of facts.calls) {
      const name = calleeName(call);
      const text = MATCHERS.test(name) ? textOf(call.argument(0)) : undefined;
      if (text !== undefined && LOOSE_DOT.test(text)) {
        report(call.at, {
          message: 'A dot in the pattern of the host stands for any character.',
          confidence: 'medium',
        });
      }
      const suffix = name.endsWith('.HasSuffix') ? textOf(call.argument(0)) : undefined;
      const tested = call.expression.callee.kind === 'member' ? lastName(call.expression.callee.object) : '';
      if (suffix !== undefined && HOST.test(suffix) && /host|url|domain|origin|addr/i.test(tested)) {
        report(call.at, {
          message: `Every host whose name ends in '${suffix}' passes the test.`,
          confidence: 'medium',
        });
      }
    }
    for (const node of nodesOf(facts, 'compare')) {
      if (node.operator !== 'in' || node.left.kind !== 'literal' || typeof node.left.value !== 'string') continue;
      if (!HOST.test(node.left.value) || !/url|link|addr|redirect|origin|referer|host/i.test(lastName(node.right)))
        continue;
      report(node.at, {
        message: `Every address with '${node.left.value}' anywhere in it passes the test.`,
        confidence: 'medium',
      });
    }
  },
};
