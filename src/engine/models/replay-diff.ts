import type { Message } from '#core/message.ts';

/** Where two prompts part. Everything counts from 1. */
export interface PromptDifference {
  readonly message: number;
  /** Absent when the messages differ in their role, or one prompt has ended. */
  readonly line?: number;
  /** What stands there in the recording, quoted and cut to an excerpt, or a fact about it. */
  readonly expected: string;
  /** What stands there now. */
  readonly got: string;
}

/** Most characters of a line that an excerpt shows. */
const EXCERPT_LENGTH = 80;
/** Characters shown before the first one that differs. */
const LEAD_LENGTH = 20;

/** The first place where `got` is not what `expected` says; `undefined` when the prompts are the same. */
export function firstDifference(expected: readonly Message[], got: readonly Message[]): PromptDifference | undefined {
  const length = Math.max(expected.length, got.length);
  for (let index = 0; index < length; index += 1) {
    const [was, is] = [expected[index], got[index]];
    if (was === undefined || is === undefined) {
      return { message: index + 1, expected: presence(was), got: presence(is) };
    }
    if (was.role !== is.role) {
      return { message: index + 1, expected: presence(was), got: presence(is) };
    }
    if (was.content !== is.content) return { message: index + 1, ...differentLine(was.content, is.content) };
  }
  return undefined;
}

/** The difference in one sentence without its full stop: where, what the recording has, what there is now. */
export function describeDifference({ message, line, expected, got }: PromptDifference): string {
  const place = line === undefined ? `message ${message}` : `message ${message}, line ${line}`;
  return `${place}: the recording has ${expected}, this run has ${got}`;
}

function presence(message: Message | undefined): string {
  return message === undefined ? 'no further message' : `a message by the ${message.role}`;
}

function differentLine(expected: string, got: string): Omit<PromptDifference, 'message'> {
  const was = expected.split('\n');
  const is = got.split('\n');
  let line = 0;
  while (was[line] === is[line]) line += 1;
  const [oldLine, newLine] = [was[line], is[line]];
  const from = Math.max(0, commonLength(oldLine ?? '', newLine ?? '') - LEAD_LENGTH);
  return { line: line + 1, expected: excerpt(oldLine, from), got: excerpt(newLine, from) };
}

function commonLength(a: string, b: string): number {
  let length = 0;
  while (length < a.length && a[length] === b[length]) length += 1;
  return length;
}

function excerpt(line: string | undefined, from: number): string {
  if (line === undefined) return 'no further line';
  const start = from > 0 ? '…' : '';
  const end = line.length > from + EXCERPT_LENGTH ? '…' : '';
  return `'${start}${visible(line.slice(from, from + EXCERPT_LENGTH))}${end}'`;
}

/** Prompts hold code from anywhere: what would steer a terminal or hide text is shown as its code point. */
function visible(text: string): string {
  return text.replace(
    /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu,
    (character) => `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`,
  );
}
