/**
 * Findings of each rule per 100,000 lines of the languages it reads, rounded to hundredths; nothing for rules of languages
 * that the corpus has not.
 *
 * @param lines By language, as the corpus counts them: TypeScript is counted with JavaScript.
 * @param counts Findings by rule.
 */
export function densitiesOf(
  rules: readonly { readonly id: string; readonly languages: readonly string[] }[],
  lines: Readonly<Record<string, number>>,
  counts: ReadonlyMap<string, number>,
): Record<string, number> {
  return Object.fromEntries(
    rules
      .flatMap(({ id, languages }): [string, number][] => {
        const read = languages.reduce((sum, language) => sum + (lines[language] ?? 0), 0);
        return read === 0 ? [] : [[id, Math.round((1e7 * (counts.get(id) ?? 0)) / read) / 100]];
      })
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );
}
