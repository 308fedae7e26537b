/** Whether a host name or address can only mean this machine. */
export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '[::1]' || host === '::1' || /^127(?:\.\d{1,3}){3}$/.test(host);
}

/**
 * The host that the arguments of `Socket.prototype.connect` name.
 *
 * Node calls it with its own normalised list in one array, people call it with options, with a port, or with a path.
 * Without a host Node means localhost; so does a path, which is a socket in the file system.
 */
export function hostOf(given: readonly unknown[]): string {
  const list: readonly unknown[] = Array.isArray(given[0]) ? given[0] : given;
  const [first, second] = list;
  if (typeof first === 'object' && first !== null) {
    if ('path' in first && typeof first.path === 'string') return 'localhost';
    return 'host' in first && typeof first.host === 'string' ? first.host : 'localhost';
  }
  return typeof second === 'string' ? second : 'localhost';
}
