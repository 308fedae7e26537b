import type { ChangeFault } from '#core/session-event.ts';
import type { OutlineFunction } from '../syntax/outline.ts';
import type { ChangeCheck, Version } from './change.ts';
import { isDots, isElision, isPlaceholder, phraseOf } from './elision.ts';
import { allFiles, functionsByName, type OutlinedFile } from './version-index.ts';

const NAME = 'code-elided';

/**
 * Code that was left out with a remark in its place, or with nothing but `...`.
 *
 * Works on a single version too. A remark that the version before had already is left alone.
 */
export const codeElided: ChangeCheck = {
  name: NAME,
  find: ({ before, after }) => {
    const known = new Set(
      before === undefined
        ? []
        : allFiles(before)
            .flatMap(linesOfComments)
            .map(({ phrase }) => phrase),
    );
    return allFiles(after).flatMap((outlined) => [
      ...remarks(outlined, known),
      ...placeholders(outlined, known, before),
      ...ellipses(outlined, before),
      ...brokenLines(outlined),
    ]);
  },
};

interface CommentLine {
  readonly phrase: string;
  readonly line: number;
  /** Where the remark begins in its line. */
  readonly column: number;
}

function linesOfComments({ outline }: OutlinedFile): readonly CommentLine[] {
  return outline.comments.flatMap(({ text, span }) =>
    text.split('\n').map((line, index) => ({
      phrase: phraseOf(line),
      line: span.startLine + index,
      column: index === 0 ? span.startColumn : 1,
    })),
  );
}

function fault(path: string, line: number, message: string): ChangeFault {
  return { check: NAME, path, line, message };
}

function remarks(outlined: OutlinedFile, known: ReadonlySet<string>): readonly ChangeFault[] {
  const { path, text } = outlined.file;
  const lines = text.split('\n');
  const comments = linesOfComments(outlined);
  const commented = new Set(comments.map(({ line }) => line));
  return comments.flatMap(({ phrase, line, column }) => {
    if (known.has(phrase)) return [];
    // Behind code it is a remark on that code.
    const isBehindCode = /\w/.test((lines[line - 1] ?? '').slice(0, column - 1));
    if (!isBehindCode && isElision(phrase))
      return [fault(path, line, `The remark "${phrase}" stands where code was left out.`)];
    // Dots within an explanation, or behind code, leave nothing out.
    const isAlone = !commented.has(line - 1) && !commented.has(line + 1) && !/\w/.test(lines[line - 1] ?? '');
    if (!isDots(phrase) || !isAlone) return [];
    return [fault(path, line, 'A comment of dots stands where code was left out.')];
  });
}

/** "TODO: implement" counts where the function has nothing, or less than it had. */
function placeholders(
  outlined: OutlinedFile,
  known: ReadonlySet<string>,
  before: Version | undefined,
): readonly ChangeFault[] {
  const { outline, file } = outlined;
  const earlier = before === undefined ? undefined : functionsByName(before);
  return linesOfComments(outlined).flatMap(({ phrase, line }) => {
    if (known.has(phrase) || !isPlaceholder(phrase)) return [];
    const around = innermost(outline.functions, line);
    if (around === undefined) return [];
    const had = Math.max(0, ...(earlier?.get(around.name) ?? []).map(({ statements }) => statements));
    if (!around.isStub && around.statements >= had) return [];
    return [fault(file.path, line, `The remark "${phrase}" stands for the body of \`${around.name}\`.`)];
  });
}

function innermost(functions: readonly OutlineFunction[], line: number): OutlineFunction | undefined {
  return functions.findLast(({ span }) => span.startLine <= line && line <= span.endLine);
}

/** `...` as a statement: the body of a function, or between other statements. */
function ellipses({ outline, file }: OutlinedFile, before: Version | undefined): readonly ChangeFault[] {
  const earlier = before === undefined ? undefined : functionsByName(before);
  return (outline.ellipses ?? []).flatMap((span) => {
    const around = innermost(outline.functions, span.startLine);
    if (around === undefined) return [];
    if (outline.handlers.some((handler) => isWithin(span.startLine, handler.span))) return [];
    // An abstract function is no stub and may have no body of its own.
    if (around.stub === undefined && around.statements === 0) return [];
    if ((earlier?.get(around.name) ?? []).some(({ stub }) => stub === 'ellipsis')) return [];
    return [fault(file.path, span.startLine, `\`...\` stands for code in the function \`${around.name}\`.`)];
  });
}

function isWithin(line: number, span: { readonly startLine: number; readonly endLine: number }): boolean {
  return span.startLine <= line && line <= span.endLine;
}

/** Where dots or a remark are no comment, the text does not parse; then this is why. */
function brokenLines({ outline, file }: OutlinedFile): readonly ChangeFault[] {
  const lines = file.text.split('\n');
  const broken = new Set(outline.faults.map(({ span }) => span.startLine));
  return [...broken].flatMap((line) => {
    const phrase = phraseOf(lines[line - 1] ?? '');
    if (!isDots(phrase) && !isElision(phrase)) return [];
    return [fault(file.path, line, `The line "${phrase}" stands where code was left out.`)];
  });
}
