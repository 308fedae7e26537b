/** Words of an identifier, lower case: `is`, `safe`, `path` of `isSafePath` or `is_safe_path`. */
export function words(identifier: string): readonly string[] {
  return identifier
    .slice(0, 200)
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '');
}
