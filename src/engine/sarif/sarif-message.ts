import type { ResultRule } from './sarif-rules.ts';
import type { SarifMessage } from './sarif-schema.ts';

const MAX_LENGTH = 1_500;

/** A message as one line of text: looked up by its id, with its arguments in, and its links as plain words. */
export function messageText(message: SarifMessage | null | undefined, rule: ResultRule | undefined): string {
  const id = message?.id ?? '';
  const listed =
    id === ''
      ? undefined
      : (own(rule?.descriptor?.messageStrings, id) ?? own(rule?.component.globalMessageStrings, id));
  const text = firstFilled(message?.text, listed?.text, message?.markdown, listed?.markdown);
  return oneLine(withoutLinks(filled(text, message?.arguments ?? [])));
}

/** What a result says; where it says nothing, what its rule is about. Never empty. */
export function resultMessage(message: SarifMessage | null | undefined, rule: ResultRule): string {
  const { descriptor } = rule;
  const text = messageText(message, rule);
  if (text !== '') return text;
  const about = oneLine(firstFilled(descriptor?.shortDescription?.text, descriptor?.fullDescription?.text));
  return about === '' ? `The rule ${oneLine(rule.id)} reports this place.` : about;
}

export function oneLine(text: string): string {
  const line = text
    .slice(0, 4 * MAX_LENGTH)
    .replace(/\s+/g, ' ')
    .trim();
  return line.length > MAX_LENGTH ? `${line.slice(0, MAX_LENGTH - 1).trimEnd()}…` : line;
}

function own<T>(table: Readonly<Record<string, T>> | null | undefined, key: string): T | undefined {
  return table !== undefined && table !== null && Object.hasOwn(table, key) ? table[key] : undefined;
}

function firstFilled(...texts: readonly (string | null | undefined)[]): string {
  return texts.find((text) => typeof text === 'string' && text.trim() !== '') ?? '';
}

/** `{0}` becomes the first argument; `{{` and `}}` are braces (section 3.11.5). */
function filled(text: string, values: readonly string[]): string {
  if (values.length === 0) return text;
  return text.replace(/\{\{|\}\}|\{(\d{1,3})\}/g, (whole, index?: string) =>
    index === undefined ? whole.charAt(0) : (values[Number(index)] ?? whole),
  );
}

/** `[words](target)` becomes `words`, and `\[` a bracket (section 3.11.6). */
function withoutLinks(text: string): string {
  return text.replace(/(?<!\\)\[([^[\]\n]{1,300})\]\([^()\s]{1,300}\)/g, '$1').replace(/\\([[\]])/g, '$1');
}
