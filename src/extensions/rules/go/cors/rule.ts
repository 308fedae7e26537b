import type { CallFact } from '#engine/analysis/facts.ts';
import type { Expression } from '#engine/analysis/ir.ts';
import { alwaysGives } from '#engine/analysis/judges/always-gives.ts';
import { atBeginning } from '#engine/analysis/judges/beginning.ts';
import { calleeName } from '#engine/analysis/judges/callee-name.ts';
import { isConstant, textOf } from '#engine/analysis/judges/constant-of.ts';
import { mainTaint } from '#engine/analysis/judges/main-taint.ts';
import { openTaints } from '#engine/analysis/judges/open-taints.ts';
import { lastName } from '#engine/analysis/judges/written-name.ts';
import type { Rule } from '#engine/analysis/rule.ts';

export const rule: Rule = {
  id: 'go/cors',
  languages: ['go'],
  cwes: ['CWE-942', 'CWE-346'],
  title: 'Reply that any site may read',
  severity: 'medium',
  rationale: 'A page of any other site can then ask in the name of its visitor and read the reply.',
  remediation: 'Allow the origins of a fixed list only.',
  references: [
    'https://cwe.mitre.org/data/definitions/942.html',
    'https://cwe.mitre.org/data/definitions/346.html',
    'https://developer.mozilla.org/docs/Web/HTTP/CORS',
  ],
  stage: 'stable',

  check: (facts, report) => {
    for (const call of facts.calls) {
      if (isOriginHeader(call)) {
        const value = call.argument(1);
        const taint = mainTaint(openTaints(value, 'header'), ['remote']);
        if (taint !== undefined) {
          report(call.at, {
            message: `${atBeginning(taint.what)} decides which origin may read the reply.`,
            confidence: 'high',
            taint,
          });
        } else if (textOf(value) === '*') {
          report(call.at, {
            message: 'Every origin may read the reply.',
            confidence: /Allow-Credentials|Authorization/i.test(facts.codeText) ? 'medium' : 'low',
          });
        }
        continue;
      }
      const name = calleeName(call);
      if (/^cors\.(?:Options|Config)$/.test(name) && isOpenConfig(call)) {
        const isWithCredentials = isConstant(call.argument('AllowCredentials'), true);
        report(call.at, {
          message: 'Every origin may read the replies.',
          confidence: isWithCredentials ? 'high' : 'low',
        });
      } else if (isOpenToAll(call)) {
        report(call.at, { message: 'Every origin may open the socket.', confidence: 'medium', cwes: ['CWE-346'] });
      }
    }
  },
};

function isOriginHeader(call: CallFact): boolean {
  return (
    /\.(?:Set|Add|Header)$/.test(calleeName(call)) &&
    textOf(call.argument(0))?.toLowerCase() === 'access-control-allow-origin'
  );
}

function isOpenConfig(call: CallFact): boolean {
  if (isConstant(call.argument('AllowAllOrigins'), true)) return true;
  const check = call.argument('AllowOriginFunc')?.function?.function;
  if (check !== undefined && alwaysGives(check, isTrue)) return true;
  const origins = call.argument('AllowedOrigins', 'AllowOrigins');
  return [...(origins?.fields?.values() ?? [])].some((one) => textOf(one) === '*') || textOf(origins) === '*';
}

/** `CheckOrigin: func(r *http.Request) bool { return true }`, or one that asks only whether there is an origin at all. */
function isOpenToAll(call: CallFact): boolean {
  if (calleeName(call) !== 'websocket.Upgrader') return false;
  const check = call.argument('CheckOrigin')?.function?.function;
  return (
    check !== undefined &&
    alwaysGives(
      check,
      (value) => isTrue(value) || isPresence(value),
      (callee) => lastName(callee) === 'Get',
    )
  );
}

function isTrue(value: Expression): boolean {
  return value.kind === 'literal' && value.value === true;
}

/** `r.Header.Get("Origin") != ""`, which is lowered to the header itself: browsers send it to every site. */
function isPresence(value: Expression): boolean {
  return value.kind === 'call' && lastName(value.callee) === 'Get';
}
