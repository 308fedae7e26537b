/** Words of an identifier, lower case: `sessionToken2`, `SESSION_TOKEN_2` and `session-token-2` have the same. */
export function identifierWords(name: string): readonly string[] {
  return name
    .slice(0, MAX_LENGTH)
    .replaceAll(/([a-z\d])([A-Z])/g, '$1 $2')
    .replaceAll(/([A-Z])([A-Z][a-z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z\d]+/)
    .filter((word) => word !== '');
}

/** Longer names are made by machines, and their words say nothing. */
const MAX_LENGTH = 120;
