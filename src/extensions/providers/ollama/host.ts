/** Ollama's own port. */
const PORT = '11434';

/**
 * Address of the server from `OLLAMA_HOST`, without a slash at its end.
 *
 * The variable also tells the server where to listen, so it may hold `0.0.0.0`, a bare port or no scheme; nobody can
 * connect to "every address", which stands for this machine.
 */
export function ollamaAddress(host: string | undefined): string {
  const text = host?.trim() ?? '';
  if (text === '') return `http://127.0.0.1:${PORT}`;
  const hasScheme = /^https?:\/\//.test(text);
  const url = parse(hasScheme ? text : `http://${text.startsWith(':') ? '127.0.0.1' : ''}${text}`);
  if (url === undefined) return `http://127.0.0.1:${PORT}`;
  if (url.hostname === '0.0.0.0' || url.hostname === '[::]') url.hostname = '127.0.0.1';
  // With a scheme, the scheme's port is meant.
  if (!hasScheme && url.port === '' && !/:80(?:\/|$)/.test(text)) url.port = PORT;
  return url.href.replace(/\/+$/, '');
}

/** The address as it may be shown: a user name and password in it are nobody's business. */
export function shownAddress(address: string): string {
  const url = parse(address);
  if (url === undefined) return address;
  url.username = '';
  url.password = '';
  return url.href.replace(/\/+$/, '');
}

function parse(text: string): URL | undefined {
  try {
    return new URL(text);
  } catch {
    return undefined;
  }
}
