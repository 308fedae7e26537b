/** JSON lets these stand as they are, and terminals obey some of them. */
const UNSEEN =
  /[\u007f-\u009f\u00ad\u061c\u115f\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]|\udb40[\udc00-\udc7f]/g;

/**
 * A value as indented JSON that is safe to print: characters a reader would not see are written as escapes, which means
 * the same to every reader of JSON.
 */
export function jsonText(value: unknown): string {
  const text = JSON.stringify(value, undefined, 2).replace(UNSEEN, (characters) =>
    Array.from({ length: characters.length }, (_, index) => escape(characters.charCodeAt(index))).join(''),
  );
  return `${text}\n`;
}

function escape(code: number): string {
  return `\\u${code.toString(16).padStart(4, '0')}`;
}
