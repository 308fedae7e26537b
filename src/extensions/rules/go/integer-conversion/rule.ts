import type { CallFact, ModuleFacts } from '#engine/analysis/facts.ts';
import { calleeName } from '#engine/analysis/judges/callee-name.ts';
import { numberOf } from '#engine/analysis/judges/constant-of.ts';
import { definitionOf } from '#engine/analysis/judges/surroundings.ts';
import { lastName } from '#engine/analysis/judges/written-name.ts';
import type { Rule } from '#engine/analysis/rule.ts';
import type { Value } from '#engine/analysis/value.ts';

/** Bits that a type holds of a value that is not negative. */
const BITS: Readonly<Record<string, number>> = {
  int8: 7,
  uint8: 8,
  byte: 8,
  int16: 15,
  uint16: 16,
  int32: 31,
  uint32: 32,
  rune: 31,
};

export const rule: Rule = {
  id: 'go/integer-conversion',
  languages: ['go'],
  cwes: ['CWE-190', 'CWE-681', 'CWE-197'],
  title: 'Number cut by a conversion',
  severity: 'medium',
  rationale: 'A number that does not fit loses its upper bits, and a large one becomes small or negative.',
  remediation: 'Parse the number with the size of the type that it goes to, or compare it with the limits first.',
  references: [
    'https://cwe.mitre.org/data/definitions/190.html',
    'https://cwe.mitre.org/data/definitions/681.html',
    'https://cwe.mitre.org/data/definitions/197.html',
    'https://pkg.go.dev/strconv#ParseInt',
  ],
  stage: 'stable',

  check: (facts, report) => {
    const parsed = parsedNumbers(facts);
    for (const call of facts.calls) {
      const target = calleeName(call);
      const bits = BITS[target];
      const argument = call.expression.arguments[0]?.value;
      if (bits === undefined || argument === undefined || call.arguments.length !== 1) continue;
      const made = parsed.get(keyOf(call, lastName(argument))) ?? directly(facts, definitionOf(facts, argument));
      if (made === undefined || made <= bits + (target.startsWith('u') || target === 'byte' ? 0 : 1)) continue;
      if (argument.kind !== 'call' && isCompared(facts, call, lastName(argument))) continue;
      report(call.at, {
        message: `A number that was parsed with ${String(made)} bits is cut to '${target}'.`,
        confidence: 'medium',
      });
    }
  },
};

function keyOf({ within }: Pick<CallFact, 'within'>, name: string): string {
  return `${String(within?.function.at.start ?? -1)}:${name}`;
}

/** Bits of numbers that were read from a text, by function and variable. */
function parsedNumbers(facts: ModuleFacts): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  for (const { target, value, within } of facts.assignments) {
    if (target.kind !== 'name') continue;
    const origin = value.origin?.kind === 'call' ? value.origin : undefined;
    const maker = value.traits.find((trait) => trait.startsWith('strconv.'));
    if (origin === undefined || maker === undefined) continue;
    const call = facts.calls.find(({ expression }) => expression === origin);
    const bits = call === undefined ? undefined : bitsOf(call);
    if (bits !== undefined) found.set(keyOf({ within }, target.name), bits);
  }
  return found;
}

function directly(facts: ModuleFacts, made: NonNullable<CallFact['result']['origin']>): number | undefined {
  const call = made.kind === 'call' ? facts.calls.find(({ expression }) => expression === made) : undefined;
  return call === undefined ? undefined : bitsOf(call);
}

function bitsOf(call: CallFact): number | undefined {
  const name = calleeName(call);
  if (name === 'strconv.Atoi') return 64;
  if (name !== 'strconv.ParseInt' && name !== 'strconv.ParseUint') return undefined;
  const bits = numberOf(call.argument(2));
  return bits === 0 ? 64 : bits;
}

/** Whether the function compares the number with a limit above; that it is positive says nothing of its upper bits. */
function isCompared(facts: ModuleFacts, call: CallFact, name: string): boolean {
  return facts.compares.some(
    ({ expression, left, right, within }) =>
      within === call.within &&
      /^[<>]/.test(expression.operator) &&
      ((lastName(expression.left) === name && !isAboutSign(right)) ||
        (lastName(expression.right) === name && !isAboutSign(left))),
  );
}

function isAboutSign(limit: Value): boolean {
  const number = numberOf(limit);
  return number !== undefined && number >= -1 && number <= 1;
}
