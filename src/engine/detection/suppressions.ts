import { parseCweId } from '#core/cwe-id.ts';
import type { Finding, Span } from '#core/finding.ts';
import type { Outline, OutlineComment } from '../syntax/outline.ts';

/** A finding that a comment in the code declares accepted. It is still shown, with the reason. */
export interface SuppressedFinding {
  readonly finding: Finding;
  readonly reason: string;
}

/** A comment that means to suppress something and does not count. */
export interface SuppressionProblem {
  readonly span: Span;
  /** A fact in one sentence. */
  readonly message: string;
}

export interface Suppressed {
  /** What no comment speaks of, in the order given. */
  readonly findings: readonly Finding[];
  readonly suppressed: readonly SuppressedFinding[];
  readonly problems: readonly SuppressionProblem[];
}

interface Suppression {
  readonly path: string;
  /** The line it speaks of. */
  readonly line: number;
  /** Rules and weaknesses, lower case; a weakness in SecCode's spelling. */
  readonly names: readonly string[];
  readonly reason: string;
}

const WORD = 'seccode-ignore';
const NEXT_LINE = '-next-line';

/**
 * Sets aside findings that comments in the code accept with a reason:
 *
 * ```text
 * seccode-ignore: CWE-89 -- the table name comes from a fixed list      (the comment's own line)
 * seccode-ignore-next-line: S608, CWE-89 -- reason                      (the line after it)
 * ```
 *
 * A name is a detector's rule or a weakness, and it must be the finding's own: accepting CWE-89 says nothing about CWE-78
 * on the same line. Without a reason a comment does not count, and is returned as a problem.
 *
 * For `scan`, where a person wrote the comments. Never inside the loop: there a model would silence its own jury.
 */
export function applySuppressions(findings: readonly Finding[], outlines: readonly Outline[]): Suppressed {
  const read = outlines.flatMap(readSuppressions);
  const problems = read.flatMap((one) => ('message' in one ? [one] : []));
  const byPath = new Map<string, Suppression[]>(outlines.map(({ path }) => [path, []]));
  for (const one of read) if (!('message' in one)) byPath.get(one.path)?.push(one);
  const kept: Finding[] = [];
  const suppressed: SuppressedFinding[] = [];
  for (const finding of findings) {
    const match = byPath.get(finding.span.path)?.find((suppression) => isMeant(finding, suppression));
    if (match === undefined) kept.push(finding);
    else suppressed.push({ finding, reason: match.reason });
  }
  return { findings: kept, suppressed, problems };
}

function isMeant({ rule, cwes, span }: Finding, { line, names }: Suppression): boolean {
  if (line < span.startLine || line > span.endLine) return false;
  return [rule, ...cwes].some((name) => names.includes(name.toLowerCase()));
}

function readSuppressions({ path, comments }: Outline): readonly (Suppression | SuppressionProblem)[] {
  const read = comments.flatMap((comment) => {
    const found = readComment(comment);
    return found === undefined ? [] : [{ comment, found }];
  });
  // Several next-line comments may stand above one another; each speaks of the line below the last.
  const passedOn = new Map(
    read.flatMap(({ comment: { span }, found }) =>
      found.isNextLine ? [[span.startLine, span.endLine + 1] as const] : [],
    ),
  );
  return read.map(({ comment: { span }, found }) => {
    if (found.message !== undefined) return { span, message: found.message };
    let line = found.isNextLine ? span.endLine + 1 : span.startLine;
    for (let next = passedOn.get(line); found.isNextLine && next !== undefined; next = passedOn.get(line)) line = next;
    return { path, line, names: found.names, reason: found.reason };
  });
}

type ReadComment = { readonly isNextLine: boolean } & (
  | { readonly message: string }
  | { readonly message?: undefined; readonly names: readonly string[]; readonly reason: string }
);

function readComment({ text }: OutlineComment): ReadComment | undefined {
  const at = text.indexOf(WORD);
  if (at < 0) return undefined;
  const rest = text.slice(at + WORD.length);
  const isNextLine = rest.startsWith(NEXT_LINE);
  const directive = (isNextLine ? rest.slice(NEXT_LINE.length) : rest).split('\n', 1).join().trim();
  const problem = (message: string): ReadComment => ({ isNextLine, message });

  if (!directive.startsWith(':')) return problem('This suppression names no rule and no weakness.');
  const dashes = directive.indexOf('--');
  const names = directive.slice(1, dashes < 0 ? undefined : dashes).split(',');
  const known = names.map((name) => name.trim()).filter((name) => /[\p{L}\p{N}]/u.test(name));
  if (known.length === 0) return problem('This suppression names no rule and no weakness.');
  const reason = dashes < 0 ? '' : withoutEnd(directive.slice(dashes + 2));
  if (!/\p{L}/u.test(reason)) return problem('This suppression gives no reason, so it does not count.');
  return { isNextLine, names: known.map((name) => (parseCweId(name) ?? name).toLowerCase()), reason };
}

/** Drops what closes a block comment. */
function withoutEnd(text: string): string {
  const trimmed = text.trim();
  const end = ['*/', '-->'].find((close) => trimmed.endsWith(close));
  return end === undefined ? trimmed : trimmed.slice(0, -end.length).trim();
}
