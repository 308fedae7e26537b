import type { Span } from '#core/finding.ts';
import type { OutlineCall, OutlineHandler } from '../syntax/outline.ts';
import type { ChangeCheck, Version } from './change.ts';
import { type OutlinedFile, callsOf, soundFiles } from './version-index.ts';

/**
 * A new handler that catches everything, does nothing with it, and wraps what stood without it before.
 *
 * A handler that names the error it expects, or that guards only what is new (removing a temporary file on the way
 * out), is a usual part of a good fix and is let through.
 */
export const exceptionSwallowed: ChangeCheck = {
  name: 'exception-swallowed',
  find: ({ before, after }) => {
    if (before === undefined || emptyHandlers(after) <= emptyHandlers(before)) return [];
    const known = new Set(callsOf(before).map(keyOf));
    const swallowedBefore = new Set(swallowedCalls(before).map(keyOf));
    return soundFiles(after).flatMap((outlined) =>
      outlined.outline.handlers
        .filter(({ isEmpty, isBroad }) => isEmpty && isBroad !== false)
        .filter((handler) =>
          callsUnder(handler, outlined).some((call) => known.has(keyOf(call)) && !swallowedBefore.has(keyOf(call))),
        )
        .map(({ span }) => ({
          check: 'exception-swallowed',
          path: span.path,
          line: span.startLine,
          message: 'Errors of code that let them through before are caught here and dropped.',
        })),
    );
  },
};

function emptyHandlers(version: Version): number {
  return soundFiles(version).reduce(
    (sum, { outline }) => sum + outline.handlers.filter(({ isEmpty }) => isEmpty).length,
    0,
  );
}

function swallowedCalls(version: Version): readonly OutlineCall[] {
  return soundFiles(version).flatMap((outlined) =>
    outlined.outline.handlers.filter(({ isEmpty }) => isEmpty).flatMap((handler) => callsUnder(handler, outlined)),
  );
}

function callsUnder({ guarded, span }: OutlineHandler, { outline }: OutlinedFile): readonly OutlineCall[] {
  const range = guarded ?? span;
  return outline.calls.filter((call) => contains(range, call.span));
}

function keyOf({ callee, inFunction }: OutlineCall): string {
  return `${inFunction} ${callee}`;
}

function contains(outer: Span, inner: Span): boolean {
  const startsIn =
    inner.startLine > outer.startLine ||
    (inner.startLine === outer.startLine && inner.startColumn >= outer.startColumn);
  const endsIn =
    inner.endLine < outer.endLine || (inner.endLine === outer.endLine && inner.endColumn <= outer.endColumn);
  return startsIn && endsIn;
}
