/** Whether a pattern lets through characters that it does not list: `.`, `[^…]`, `\S` and their kin outside of a listing. */
export function allowsAnything(pattern: string): boolean {
  const outside = pattern.replace(/\\[^SWD]/g, '').replace(/\[(?!\^)[^\]]*\]/g, '');
  return /\.|\[\^|\\[SWD]/.test(outside);
}
