/** A piece of code without white space and with one kind of quotes, to be compared with another. */
export function squeezed(text: string): string {
  return text.replace(/\s+/g, '').replace(/'/g, '"');
}

/** Words that are no names, of any language. */
const KEYWORDS: ReadonlySet<string> = new Set(
  'and or not in is if else elif none null nil undefined nullptr true false new typeof instanceof sizeof len length size strlen await this self const let var auto int char void long unsigned bool string str isinstance'.split(
    ' ',
  ),
);

export interface Identifiers {
  readonly all: ReadonlySet<string>;
  /**
   * What the code is about: without members and what is called, and without what a method is called on (`os` of
   * `os.path.exists(name)`) as long as anything is left.
   */
  readonly variables: ReadonlySet<string>;
}

/** Names in a piece of code, string contents left out. */
export function identifiersOf(code: string): Identifiers {
  const bare = code.replace(/"[^"]*"|'[^']*'|`[^`]*`/g, '""');
  const all = new Set<string>();
  const variables = new Set<string>();
  const owners = new Set<string>();
  for (const { 0: name, index } of bare.matchAll(/[A-Za-z_$][\w$]*/g)) {
    if (KEYWORDS.has(name.toLowerCase())) continue;
    all.add(name);
    const isMember = /(?:\.|->)$/.test(bare.slice(Math.max(0, index - 2), index));
    const rest = bare.slice(index + name.length, index + name.length + 100);
    if (isMember || /^\s?\(/.test(rest)) continue;
    if (/^(?:(?:\.|->|::)\w+){1,8}\s?\(/.test(rest)) owners.add(name);
    else variables.add(name);
  }
  return { all, variables: variables.size === 0 ? owners : variables };
}
