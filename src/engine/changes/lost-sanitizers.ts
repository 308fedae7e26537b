import type { ChangeFault } from '#core/session-event.ts';
import type { OutlineCall } from '../syntax/outline.ts';
import type { Change } from './change.ts';
import type { Scope } from './guards.ts';
import { identifiersOf, squeezed } from './squeezed.ts';
import { lastPart } from './version-index.ts';
import { words } from './words.ts';

/** First words of callees that make a value harmless or refuse it. */
const SANITIZERS: ReadonlySet<string> = new Set([
  'assert',
  'authorize',
  'bleach',
  'clean',
  'ensure',
  'escape',
  'htmlspecialchars',
  'purify',
  'quote',
  'realpath',
  'sanitise',
  'sanitize',
  'secure',
  'validate',
  'verify',
]);
/** Texts are cut at 200 characters, and cut ones cannot be compared. */
const CUT = 200;

/**
 * Calls of a sanitizer that are gone while what they protected is still done the same way.
 *
 * A sanitizer rightly goes when the use it served changes (quoting, once the command is a list), so only two shapes are
 * reported: the very call it stood in is there with the bare value, or nothing else in the function has changed.
 */
export function lostSanitizers(
  { flaggedLines }: Change,
  earlier: ReadonlyMap<string, Scope>,
  present: ReadonlyMap<string, Scope>,
): readonly ChangeFault[] {
  return [...earlier].flatMap(([name, was]) => {
    const now = present.get(name);
    if (now === undefined) return [];
    const calledNow = now.calls.map(({ callee }) => callee);
    return was.calls.flatMap((call) => {
      if (!isSanitizer(call) || flaggedLines[call.span.path]?.includes(call.span.startLine) === true) return [];
      const count = (calls: readonly string[]): number => calls.filter((callee) => callee === call.callee).length;
      if (count(calledNow) >= count(was.calls.map(({ callee }) => callee))) return [];
      if (!isBareNow(call, was, now) && !isOnlyDifference(call, was, now)) return [];
      const place = name === '' ? '' : ` in \`${name}\``;
      return [
        {
          check: 'guard-lost',
          path: call.span.path,
          line: call.span.startLine,
          message: `The call of \`${call.callee}\`${place} is gone, and the value is used as before.`,
        },
      ];
    });
  });
}

function isSanitizer({ callee, argumentsText }: OutlineCall): boolean {
  return argumentsText.length < CUT && words(lastPart(callee)).some((word) => SANITIZERS.has(word));
}

/** `run("ls " + quote(x))` became `run("ls " + x)`. */
function isBareNow(call: OutlineCall, was: Scope, now: Scope): boolean {
  const sanitizing = squeezed(call.callee + call.argumentsText);
  const value = squeezed(call.argumentsText).slice(1, -1);
  const present = new Set(now.calls.map(keyOf));
  return was.calls.some((outer) => {
    const text = keyOf(outer);
    if (outer === call || outer.argumentsText.length >= CUT || !text.includes(sanitizing)) return false;
    return present.has(text.replace(sanitizing, () => value));
  });
}

function isOnlyDifference(call: OutlineCall, was: Scope, now: Scope): boolean {
  if (now.conditions.length !== was.conditions.length || now.calls.length !== was.calls.length - 1) return false;
  if ([...now.decorators].some((decorator) => !was.decorators.has(decorator))) return false;
  const present = new Set(now.calls.map(keyOf));
  const others = was.calls.filter((other) => other !== call);
  if (others.length === 0 || !others.every((other) => present.has(keyOf(other)))) return false;
  return [...identifiersOf(call.argumentsText).variables].every((name) => now.words.has(name));
}

function keyOf({ callee, argumentsText }: OutlineCall): string {
  return squeezed(callee + argumentsText);
}
