/** What came of reading text as JSON. `message` is a fact in one sentence and never repeats the text. */
export type ParsedJson =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly message: string };

const POSITION = /at position (\d{1,15})/;

/**
 * Reads JSON text; the only place that does.
 *
 * The value is `unknown` on purpose: check it against a schema before use. The runtime's own message is not passed on,
 * because it quotes the text, and the text may hold a key or code under review.
 *
 * A member named `__proto__` comes back as an own property and changes no prototype; do not merge such values into others.
 */
export function parseJson(text: string): ParsedJson {
  try {
    return { ok: true, value: JSON.parse(text) };
  } catch (error) {
    return { ok: false, message: `This text is not JSON${placeOf(error, text)}.` };
  }
}

/** Where it stops being JSON, in words, as far as the runtime says so. */
function placeOf(error: unknown, text: string): string {
  if (text.trim() === '') return ': it is empty';
  const reason = error instanceof Error ? error.message : '';
  const position = POSITION.exec(reason)?.[1];
  if (position === undefined) return reason.includes('end of JSON') ? ': it ends too early' : '';
  const before = text.slice(0, Number(position)).split('\n');
  return ` from line ${before.length}, column ${(before.at(-1)?.length ?? 0) + 1} on`;
}
