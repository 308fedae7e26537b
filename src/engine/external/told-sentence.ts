const MAX_LENGTH = 600;

/**
 * What a tool says of a place, on one line and as a sentence: in its own words where they are one, else as a quotation.
 *
 * @param tool How the tool calls itself.
 */
export function toldSentence(tool: string, text: string): string {
  const flat = text.replaceAll(/\s+/g, ' ').trim().slice(0, MAX_LENGTH);
  if (flat === '') return `${tool} reports something here.`;
  return /^[A-Za-z].*[.!?]$/.test(flat) ? flat : `${tool} says: ${flat.replace(/\.+$/, '')}.`;
}
