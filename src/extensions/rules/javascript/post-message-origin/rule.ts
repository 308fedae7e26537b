import type { CallFact, FunctionFact, ModuleFacts } from '#engine/analysis/facts.ts';
import { textOf } from '#engine/analysis/judges/constant-of.ts';
import { walk } from '#engine/analysis/judges/walk.ts';
import type { IrFunction } from '#engine/analysis/ir.ts';
import { lastName } from '#engine/analysis/judges/written-name.ts';
import type { Rule } from '#engine/analysis/rule.ts';

export const rule: Rule = {
  id: 'javascript/post-message-origin',
  languages: ['javascript', 'typescript'],
  cwes: ['CWE-346', 'CWE-940'],
  title: 'Message of any origin accepted',
  severity: 'medium',
  rationale: 'Every page that embeds or opens this one can send it messages.',
  remediation: "Compare the message's origin with the expected one before its data is used.",
  references: [
    'https://cwe.mitre.org/data/definitions/346.html',
    'https://cwe.mitre.org/data/definitions/940.html',
    'https://developer.mozilla.org/docs/Web/API/Window/postMessage#security_concerns',
  ],
  stage: 'stable',

  check: (facts, report) => {
    for (const call of facts.calls) {
      const method = lastName(call.expression.callee);
      if (method === 'addEventListener' && textOf(call.argument(0)) === 'message' && isWindow(call)) {
        const handler = call.argument(1)?.function?.function;
        if (handler === undefined || !usesData(handler) || checksSender(handler)) continue;
        report(call.at, {
          message: 'The data of a message is used whatever its origin is.',
          confidence: isConsequent(facts, handler) ? 'medium' : 'low',
        });
      } else if (method === 'postMessage' && textOf(call.argument(1)) === '*' && call.arguments.length > 1) {
        report(call.at, {
          message: "The message is sent to '*': to whatever page the window shows by then.",
          confidence: 'low',
        });
      }
    }
  },
};

/** A worker, a port or a socket has messages of its own side only. */
function isWindow(call: CallFact): boolean {
  const { callee } = call.expression;
  return (
    callee.kind === 'name' ||
    (callee.kind === 'member' && /^(?:window|self|top|parent|globalThis|w|win)$/.test(lastName(callee.object)))
  );
}

function usesData(handler: IrFunction): boolean {
  const name = handler.parameters[0]?.name ?? '';
  if (name === '') return handler.parameters[0]?.target.kind === 'record';
  return [...walk(handler.body)].some(
    (node) => node.kind === 'member' && node.property === 'data' && lastName(node.object) === name,
  );
}

function checksSender(handler: IrFunction): boolean {
  const pattern = handler.parameters[0]?.target;
  const nodes = [...walk(handler.body), ...(pattern === undefined ? [] : walk([pattern]))];
  return nodes.some(
    (node) =>
      (node.kind === 'member' && /^(?:origin|source|isTrusted)$/.test(node.property)) ||
      (node.kind === 'literal' && node.value === 'origin') ||
      (node.kind === 'name' && node.name === 'origin'),
  );
}

/** Whether what the handler does with the data matters. */
function isConsequent(facts: ModuleFacts, handler: IrFunction): boolean {
  const inside = (fact: FunctionFact | undefined): boolean => {
    for (let at = fact; at !== undefined; at = at.outer) if (at.function === handler) return true;
    return false;
  };
  return (
    facts.calls.some((call) => inside(call.within)) ||
    facts.assignments.some(({ within, target }) => inside(within) && target.kind !== 'name')
  );
}
