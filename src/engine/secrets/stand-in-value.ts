/**
 * Words of values that only say where a secret goes. AWS's documented `AKIAIOSFODNN7EXAMPLE` is one of them. Short words
 * count only when they stand alone: four letters also come up in a random key.
 */
const STAND_IN =
  /example|placeholder|change_?-?me|replace|redacted|(?:secret|key|token|password)_?-?here|not-?a-?real|^(?:your|my|test|fake|dummy|sample|insert)(?:[-_A-Z]|api|key|secret|token|pass)|(?:^|[-_.])(?:your|fake|todo|dummy|sample|insert)(?:$|[-_.])|x{4,}|\*{3,}|\.{3}|0{6,}|1234567|abcdef(?:g|1)|<|>|\{\{|\$\{|\$\(|^\$|%\(|^%[sdv]/i;

/** Passwords of development set-ups that everybody knows. */
const WELL_KNOWN: ReadonlySet<string> = new Set([
  'admin',
  'changeit',
  'default',
  'guest',
  'mysql',
  'pass',
  'password',
  'passwd',
  'postgres',
  'root',
  'secret',
  'test',
  'user',
]);

/** Whether a value in the place of a secret is plainly none: hiding it would only puzzle the model. */
export function isStandIn(value: string): boolean {
  return STAND_IN.test(value) || WELL_KNOWN.has(value.toLowerCase()) || new Set(value).size <= 3;
}

/** Whether a value looks drawn at random: letters and digits mixed, more than 3.2 bits a character, no path, no words. */
export function looksRandom(value: string): boolean {
  if (!/[A-Za-z]/.test(value) || !/\d/.test(value) || /^(?:\.{0,2}\/|[A-Z]:)/.test(value)) return false;
  const words = value.split(/[-_./]/);
  if (words.length > 1 && words.every((word) => /^(?:[A-Za-z]?[a-z]*|[A-Z]*|[a-z]*\d{1,4})$/.test(word))) return false;
  const counts = new Map<string, number>();
  for (const character of value) counts.set(character, (counts.get(character) ?? 0) + 1);
  let bits = 0;
  for (const count of counts.values()) bits -= (count / value.length) * Math.log2(count / value.length);
  return bits > 3.2;
}
