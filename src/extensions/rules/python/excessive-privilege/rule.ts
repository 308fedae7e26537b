import { commandText } from '#engine/analysis/judges/command-text.ts';
import { calleeName, endsWithName } from '#engine/analysis/judges/callee-name.ts';
import { numberOf } from '#engine/analysis/judges/constant-of.ts';
import { walk } from '#engine/analysis/judges/walk.ts';
import { lastName } from '#engine/analysis/judges/written-name.ts';
import type { CallFact, ModuleFacts } from '#engine/analysis/facts.ts';
import type { CallExpression, Place, Statement } from '#engine/analysis/ir.ts';
import type { Rule } from '#engine/analysis/rule.ts';

const RAISE = /^(?:raise|elevate|gain|acquire|escalate|enable)_?priv/i;
const LOWER = /^(?:lower|drop|reduce|release|restore|disable|lose|revoke)_?priv/i;
const SET_ID = ['os.setuid', 'os.seteuid', 'os.setreuid', 'os.setresuid', 'os.setgid', 'os.setegid'];

export const rule: Rule = {
  id: 'python/excessive-privilege',
  languages: ['python'],
  cwes: ['CWE-250', 'CWE-269'],
  title: 'More privilege than needed',
  severity: 'medium',
  rationale: 'A flaw in code that runs with high privileges gives them to the attacker.',
  remediation: 'Give privileges back in a finally block, and do not run as root what does not need it.',
  references: ['https://cwe.mitre.org/data/definitions/250.html', 'https://cwe.mitre.org/data/definitions/269.html'],
  stage: 'stable',

  check: (facts, report) => {
    for (const call of facts.calls) {
      const name = calleeName(call);
      if (
        SET_ID.some((callee) => endsWithName(name, callee)) &&
        call.arguments.some(({ value }) => numberOf(value) === 0)
      ) {
        report(call.at, {
          message: 'The program makes itself root.',
          confidence: givesBack(facts, call) ? 'low' : 'medium',
        });
      } else if (/\.(?:run|create)$/.test(name) && call.argument('privileged')?.constant?.value === true) {
        report(call.at, { message: 'The container runs with every privilege of the host.', confidence: 'medium' });
      } else if (
        /(?:^|\.)(?:system|run|call|Popen|check_call|check_output|popen)$/.test(name) &&
        /\bchmod\s+(?:[ug]*\+s|[2467]\d{3})\b/.test(commandText(call))
      ) {
        report(call.at, { message: 'The file is made to run with the rights of its owner.', confidence: 'medium' });
      }
    }
    if (!/priv/i.test(facts.codeText)) return;
    for (const { function: made } of facts.functions) {
      if (RAISE.test(made.name) || LOWER.test(made.name)) continue;
      const raised = firstCall(made.body, RAISE);
      if (raised === undefined || isLowered(made.body) || !isWorkBetween(made.body, raised)) continue;
      report(raised, { message: 'The privileges stay raised when the work between fails.', confidence: 'medium' });
    }
  },
};

/** Whether the id before is set again in a `finally`. */
function givesBack(facts: ModuleFacts, call: CallFact): boolean {
  return facts.calls.some(
    (other) =>
      other !== call &&
      other.within === call.within &&
      SET_ID.some((callee) => endsWithName(calleeName(other), callee)),
  );
}

function firstCall(body: readonly Statement[], name: RegExp): Place | undefined {
  for (const node of walk(body, { intoFunctions: false }))
    if (node.kind === 'call' && name.test(lastName(node.callee))) return node.at;
  return undefined;
}

/** Whether privileges are lowered on the way out however it is left. */
function isLowered(body: readonly Statement[]): boolean {
  for (const node of walk(body, { intoFunctions: false })) {
    if (node.kind === 'with') return true;
    if (node.kind !== 'try') continue;
    if (firstCall(node.finally, LOWER) !== undefined) return true;
    const isInHandler = node.handlers.some((handler) => firstCall(handler.body, LOWER) !== undefined);
    if (isInHandler) return true;
  }
  return false;
}

/** Whether something that can fail is called while privileges are raised. */
function isWorkBetween(body: readonly Statement[], raised: Place): boolean {
  const lowered = [...callsIn(body)].find((call) => call.at.start >= raised.end && LOWER.test(lastName(call.callee)));
  // Never lowered: everything behind it runs with them.
  if (lowered === undefined) return true;
  return [...callsIn(body)].some(({ at }) => at.start >= raised.end && at.end <= lowered.at.start);
}

function* callsIn(body: readonly Statement[]): Generator<CallExpression> {
  for (const node of walk(body, { intoFunctions: false })) if (node.kind === 'call') yield node;
}
