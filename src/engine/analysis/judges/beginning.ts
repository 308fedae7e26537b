/** A noun phrase as the beginning of a sentence. */
export function atBeginning(phrase: string): string {
  return phrase.charAt(0).toUpperCase() + phrase.slice(1);
}
