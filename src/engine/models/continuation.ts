import type { Message } from '#core/message.ts';

/** Shorter agreements between an end and a beginning are chance: a brace, an indented `return`. */
const MIN_OVERLAP = 24;
/** Longest end that a model was seen to repeat; bounds the work. */
const MAX_OVERLAP = 4000;
/** So many equal characters at the beginning mean that the model started over. */
const RESTART_LENGTH = 60;

const FENCE = /^[ \t]{0,3}(?:`{3,}|~{3,})([^\n`]*)(?:\n|$)/;
const FENCES = /^[ \t]{0,3}(?:`{3,}|~{3,})/gm;

/** The prompt that asks for the rest of a cut reply. */
export function continuationPrompt(messages: readonly Message[], partial: string): readonly Message[] {
  return [
    ...messages,
    { role: 'assistant', content: partial },
    // Not the assistant's turn alone: several providers refuse a prompt that does not end with the user.
    {
      role: 'user',
      content:
        'Your reply was cut off by the length limit. Go on exactly where it stopped, with the very next character. ' +
        'Do not repeat anything, do not start a new code fence, do not comment.',
    },
  ];
}

/**
 * Joins a cut reply and its continuation.
 *
 * Models go on cleanly, repeat the last lines, open the code fence anew, or start all over; each is undone here.
 */
export function joinContinuation(partial: string, rest: string): string {
  if (isRestart(partial, rest)) return rest.trimStart();
  const body = isInsideFence(partial) ? withoutReopenedFence(rest) : rest;
  return partial + body.slice(overlap(partial, body));
}

function isRestart(partial: string, rest: string): boolean {
  const head = partial.trimStart().slice(0, RESTART_LENGTH);
  return head.length === RESTART_LENGTH && rest.trimStart().startsWith(head);
}

function isInsideFence(text: string): boolean {
  return fenceCount(text) % 2 === 1;
}

function fenceCount(text: string): number {
  return text.match(FENCES)?.length ?? 0;
}

/** A fence with a language opens; a bare one closes, unless the count shows that it has a partner of its own. */
function withoutReopenedFence(rest: string): string {
  const start = rest.replace(/^\s*\n/, '');
  const fence = FENCE.exec(start);
  if (fence === null) return rest;
  const isOpening = (fence[1] ?? '').trim() !== '' || fenceCount(start) % 2 === 0;
  return isOpening ? start.slice(fence[0].length) : rest;
}

/** Length of the longest beginning of `rest` with which `partial` ends; 0 when it is too short to be meant. */
function overlap(partial: string, rest: string): number {
  const longest = Math.min(partial.length, rest.length, MAX_OVERLAP);
  for (let length = longest; length >= MIN_OVERLAP; length -= 1) {
    if (partial.endsWith(rest.slice(0, length))) return length;
  }
  return 0;
}
