/** Words that stand where a real secret is to be put. */
const STAND_INS =
  /^(?:changeme|change[-_ ]me|your[-_ ]?.*|my[-_ ].*|example.*|sample.*|placeholder|dummy.*|fake.*|xxx+|\*+|\.+|-+|_+|x+|todo|fixme|none|null|nil|true|false|undefined|n\/?a|test(?:ing)?|foo|bar|baz|redacted|secret[-_]here|insert.*|replace.*|enter.*|put.*here|<.*>|\[.*\]|\{.*\}|\$\{?.*\}?|%.*%|%\(?.*\)?s?|\{\{.*\}\})$/i;

/** Whether the text only marks where a secret goes: `<your key>`, `changeme`, `${TOKEN}`. */
export function isPlaceholder(text: string): boolean {
  const trimmed = text.trim();
  return trimmed.length < 3 || STAND_INS.test(trimmed.slice(0, 200));
}
