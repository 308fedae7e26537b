import type { OutlineFunction } from '../syntax/outline.ts';
import type { ChangeCheck } from './change.ts';
import { functionsByName, soundFiles } from './version-index.ts';

const WORDS = {
  empty: 'does nothing now',
  ellipsis: 'has `...` for a body now',
  constant: 'only returns a constant now',
  unimplemented: 'only says now that it is not implemented',
} as const;

/**
 * A function that did something and is a stub now.
 *
 * A body of a single statement that becomes a constant is let through: `return debug_from_environment()` and
 * `return False` is a usual pair of a flaw and its fix.
 */
export const functionStubbed: ChangeCheck = {
  name: 'function-stubbed',
  find: ({ before, after }) => {
    if (before === undefined) return [];
    const earlier = functionsByName(before);
    const present = functionsByName(after);
    return soundFiles(after).flatMap(({ outline }) =>
      outline.functions.flatMap((now) => {
        if (!now.isStub || now.stub === undefined) return [];
        // Of several with one name it is not known which became which.
        const were = earlier.get(now.name) ?? [];
        if (were.length === 0 || (present.get(now.name)?.length ?? 0) > were.length) return [];
        if (!were.every((was) => didMore(was, now))) return [];
        const message = `The function \`${now.name}\` ${WORDS[now.stub]}; it had ${statements(were)} before.`;
        return [{ check: 'function-stubbed', path: outline.path, line: now.span.startLine, message }];
      }),
    );
  },
};

function didMore(was: OutlineFunction, now: OutlineFunction): boolean {
  if (was.isStub || was.statements === 0) return false;
  return was.statements > 1 || now.stub !== 'constant';
}

function statements(were: readonly OutlineFunction[]): string {
  const most = Math.max(...were.map((was) => was.statements));
  return most === 1 ? '1 statement' : `${most} statements`;
}
