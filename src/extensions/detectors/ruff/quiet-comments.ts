import { Buffer } from 'node:buffer';

/** Words by which Ruff 0.17 can be silenced: `noqa` in its spellings, and `ruff: disable` or `ruff: ignore`. */
const SILENCING = /noqa|ruff/i;

/** One token in Ruff's listing, which holds kinds and byte offsets and never text of the program. */
const COMMENT_TOKEN = /^ {4}Comment (\d+)\.\.(\d+),?$/gm;

/**
 * Empties every comment, so that code cannot tell Ruff to look away: it has no setting for that.
 *
 * Ruff's own lexer says where comments are: a lexer of ours that saw a string where Ruff sees a comment, or the reverse,
 * would be a hole. As a comment ends its line, no other place in the text moves.
 *
 * @param listTokens Ruff's token listing of a text, places in UTF-8 bytes.
 */
export function quietComments(text: string, listTokens: (text: string) => string): string {
  // The listing takes as long as the check itself.
  if (!SILENCING.test(text)) return text;
  const bytes = Buffer.from(text, 'utf8');
  const kept: Buffer[] = [];
  let from = 0;
  for (const [, start, end] of listTokens(text).matchAll(COMMENT_TOKEN)) {
    kept.push(bytes.subarray(from, Number(start)), Buffer.from('#'));
    from = Number(end);
  }
  kept.push(bytes.subarray(from));
  return Buffer.concat(kept).toString('utf8');
}
