import type { OutlineFunction } from '../syntax/outline.ts';
import type { ChangeCheck } from './change.ts';
import { functionsByName, lastPart, soundFiles } from './version-index.ts';
import { words } from './words.ts';

/** First words of names that promise that a value is made harmless or looked at. */
const PROMISES: ReadonlySet<string> = new Set([
  'allowed',
  'authorise',
  'authorize',
  'authorized',
  'check',
  'clean',
  'cleaned',
  'encode',
  'ensure',
  'escape',
  'escaped',
  'filter',
  'harden',
  'purify',
  'quote',
  'safe',
  'sanitise',
  'sanitize',
  'sanitized',
  'sanitizer',
  'scrub',
  'secure',
  'trusted',
  'valid',
  'validate',
  'validated',
  'validator',
  'verify',
  'verified',
]);
const ALWAYS_YES = /^(?:true|1)$/i;

/**
 * A new function whose name promises to check or clean a value and that lets everything pass.
 *
 * Old ones are looked at too, when they checked before and no longer do.
 */
export const identitySanitizer: ChangeCheck = {
  name: 'identity-sanitizer',
  find: ({ before, after }) => {
    if (before === undefined) return [];
    const earlier = functionsByName(before);
    return soundFiles(after).flatMap(({ outline }) =>
      outline.functions.flatMap((now) => {
        const fault = passesEverything(now);
        if (fault === undefined || !promises(now.name)) return [];
        if ((earlier.get(now.name) ?? []).some((was) => passesEverything(was) !== undefined)) return [];
        const message = `The function \`${now.name}\` promises a check by its name and ${fault}.`;
        return [{ check: 'identity-sanitizer', path: outline.path, line: now.span.startLine, message }];
      }),
    );
  },
};

function promises(name: string): boolean {
  return words(lastPart(name)).some((word) => PROMISES.has(word));
}

function passesEverything({ returnsInput, stub, constant = '', takesInput }: OutlineFunction): string | undefined {
  if (returnsInput) return 'returns its input unchanged';
  if (takesInput !== true) return undefined;
  if (stub === 'constant' && ALWAYS_YES.test(constant)) return `always returns \`${constant}\``;
  if (stub === 'empty' || stub === 'ellipsis') return 'does nothing';
  return undefined;
}
