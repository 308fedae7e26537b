/** What reasoning models put around their thinking when the server does not split it off. */
const OPEN = '<think>';
const CLOSE = '</think>';

/**
 * The reply without the thinking that some local servers leave in front of it.
 *
 * Thinking holds drafts of code and JSON that are not the answer. An unclosed one means that no answer came: empty.
 * Only a block at the very beginning counts; the same words later are content.
 */
export function withoutLeadingThought(text: string): string {
  const start = text.trimStart();
  if (!start.startsWith(OPEN)) return text;
  const end = start.indexOf(CLOSE);
  return end === -1 ? '' : start.slice(end + CLOSE.length).trimStart();
}
