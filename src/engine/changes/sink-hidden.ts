import type { ChangeFault } from '#core/session-event.ts';
import type { OutlineCall } from '../syntax/outline.ts';
import type { Change, ChangeCheck } from './change.ts';
import { callsOf, countBy, lastPart, type OutlinedFile, soundFiles } from './version-index.ts';

const NAME = 'sink-hidden';

/**
 * A call that was plain to see and now is made from text, or a new callee that runs text as code.
 *
 * What only finds something by its name (`getattr(settings, "DEBUG", None)`) is usual; it counts where what it finds is
 * called and a call of the same name or object is gone.
 */
export const sinkHidden: ChangeCheck = {
  name: NAME,
  find: (change) => {
    const { before, after } = change;
    if (before === undefined) return [];
    const earlier = callsOf(before);
    const gone = goneCallees(earlier, callsOf(after));
    const known = new Set(earlier.map(keyOf));
    const counts = countBy(earlier, ({ callee }) => callee);

    return soundFiles(after).flatMap((outlined) => {
      const seen = new Map<string, number>();
      return outlined.outline.calls.flatMap((call) => {
        const kind = kindOf(call.callee, outlined, change);
        if (kind === undefined) return [];
        seen.set(call.callee, (seen.get(call.callee) ?? 0) + 1);
        if (known.has(keyOf(call))) return [];
        const isMore = (seen.get(call.callee) ?? 0) > (counts.get(call.callee) ?? 0);
        return judge({ call, kind, isMore, gone, outlined });
      });
    });
  },
};

interface Suspect {
  readonly call: OutlineCall;
  readonly kind: 'runs' | 'finds';
  /** There are more calls of this callee than before. */
  readonly isMore: boolean;
  /** Callees that are called less often than before. */
  readonly gone: readonly string[];
  readonly outlined: OutlinedFile;
}

function judge({ call, kind, isMore, gone, outlined }: Suspect): readonly ChangeFault[] {
  const { path, startLine } = call.span;
  const said = (message: string): readonly ChangeFault[] => [{ check: NAME, path, line: startLine, message }];
  const hidden = gone.find((callee) => isInStringOf(call, lastPart(callee), outlined));
  if (hidden !== undefined) return said(`The call of \`${hidden}\` now stands in a text that \`${call.callee}\` gets.`);
  if (kind === 'runs') return isMore ? said(`\`${call.callee}\`, which runs text as code, is new.`) : [];
  const outer = outlined.outline.calls.find(
    ({ callee, span }) => callee.startsWith(`${call.callee}(`) && span !== call.span,
  );
  if (outer === undefined) return [];
  const target = gone.find((callee) => concerns(`${outer.callee} ${call.argumentsText}`, callee));
  if (target === undefined || namesAnother(call, target)) return [];
  return said(`\`${target}\` is no longer called by its name but through \`${call.callee}\`.`);
}

/** Whether a callee runs text, only finds something, or does neither. */
function kindOf(callee: string, { outline }: OutlinedFile, change: Change): Suspect['kind'] | undefined {
  const language = outline.language ?? '';
  const matches = (entry: string): boolean => (entry.startsWith('.') ? callee.endsWith(entry) : callee === entry);
  if (change.lookups?.[language]?.some(matches) === true) return 'finds';
  return change.evaluators[language]?.some(matches) === true ? 'runs' : undefined;
}

function goneCallees(earlier: readonly OutlineCall[], present: readonly OutlineCall[]): readonly string[] {
  const had = countBy(earlier, ({ callee }) => callee);
  const has = countBy(present, ({ callee }) => callee);
  return [...had]
    .filter(([callee, count]) => lastPart(callee).length > 2 && (has.get(callee) ?? 0) < count)
    .map(([callee]) => callee);
}

function isInStringOf({ span }: OutlineCall, name: string, { outline }: OutlinedFile): boolean {
  return outline.strings.some(
    (string) =>
      string.span.startLine >= span.startLine &&
      string.span.endLine <= span.endLine &&
      (string.span.startLine > span.startLine || string.span.startColumn >= span.startColumn) &&
      (string.span.endLine < span.endLine || string.span.endColumn <= span.endColumn) &&
      wordsOf(string.text).has(name),
  );
}

/** Whether a text names the object or the last part of a callee. */
function concerns(text: string, callee: string): boolean {
  const words = wordsOf(text);
  const root = /^\w+/.exec(callee)?.[0] ?? '';
  return words.has(lastPart(callee)) || words.has(root);
}

/** `getattr(hashlib, "sha256")` where `hashlib.md5` is gone: what it finds is written out, and is something else. */
function namesAnother({ argumentsText }: OutlineCall, callee: string): boolean {
  const name = /^\(\s*[\w.]{1,100}\s*,\s*["'](\w{1,100})["']\s*[,)]/.exec(argumentsText)?.[1];
  return name !== undefined && name !== lastPart(callee);
}

function wordsOf(text: string): ReadonlySet<string> {
  return new Set(text.split(/\W+/));
}

function keyOf({ callee, argumentsText }: OutlineCall): string {
  return `${callee} ${argumentsText}`;
}
