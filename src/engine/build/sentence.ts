const MAX_LENGTH = 300;

/** A compiler's message as one sentence of bounded length. */
export function sentence(message: string): string {
  const text = message.trim().slice(0, MAX_LENGTH);
  return /[.?!]$/.test(text) ? text : `${text}.`;
}
