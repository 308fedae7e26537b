import { SecCodeError } from '#core/errors.ts';

/** A server's answer to a request for a file, with what redirections said on the way. */
export interface Fetched {
  readonly response: Response;
  /** SHA-256 of the whole file as its host states it, lower-case hex. */
  readonly statedSha256?: string;
}

/** Which part of which file is wanted. */
export interface Wanted {
  readonly url: string;
  /** Bytes that are there already. */
  readonly offset: number;
  /** Version that those bytes are of, as the server named it; without one, they are sent again should it have changed. */
  readonly etag?: string;
  readonly signal: AbortSignal;
}

const MAX_REDIRECTIONS = 8;
const REDIRECTIONS: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);
const LOOPBACK = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/;
const SHA256 = /^"?([0-9a-f]{64})"?$/;

/**
 * Asks for a file, following redirections by hand, because none may lead from https to anything weaker.
 *
 * @throws {SecCodeError} `MODEL_DOWNLOAD_FAILED` for an address that is not https (http is allowed on loopback alone),
 *   for too many redirections, or when the server cannot be reached.
 */
export async function fetchFile({ url, offset, etag, signal }: Wanted): Promise<Fetched> {
  let current = checked(url, 'http:');
  let statedSha256: string | undefined;
  for (let redirections = 0; redirections <= MAX_REDIRECTIONS; redirections += 1) {
    // A compressed answer would have another length and other offsets than the file.
    const headers: Record<string, string> = { 'accept-encoding': 'identity' };
    if (offset > 0) headers['range'] = `bytes=${offset}-`;
    if (offset > 0 && etag !== undefined) headers['if-range'] = etag;
    const response = await reach(current, headers, signal);
    // Hugging Face names the hash of the stored file in the answer that redirects to it.
    statedSha256 ??= SHA256.exec(response.headers.get('x-linked-etag') ?? '')?.[1];
    if (!REDIRECTIONS.has(response.status)) {
      return { response, ...(statedSha256 === undefined ? {} : { statedSha256 }) };
    }
    await response.body?.cancel();
    const location = response.headers.get('location') ?? '';
    // What begins on the web never ends on this machine's own services.
    current = checked(URL.canParse(location, current.href) ? new URL(location, current).href : '', current.protocol);
  }
  throw new SecCodeError('MODEL_DOWNLOAD_FAILED', `${current.hostname} redirects without an end.`, {
    remedy: 'Check the address of the model, or download the file with a browser.',
  });
}

async function reach(url: URL, headers: Record<string, string>, signal: AbortSignal): Promise<Response> {
  try {
    return await fetch(url, { headers, redirect: 'manual', signal });
  } catch (cause) {
    if (signal.aborted) throw cause;
    throw new SecCodeError('MODEL_DOWNLOAD_FAILED', `${url.hostname} cannot be reached.`, {
      remedy:
        'Check the connection and run the command again; behind a proxy, download the file with a browser and name its path, as in local/./model.gguf.',
      cause,
    });
  }
}

/** `weakest`: the protocol that is still good enough; `http:` only ever for loopback. */
function checked(address: string, weakest: string): URL {
  const url = URL.canParse(address) ? new URL(address) : undefined;
  if (url?.protocol === 'https:') return url;
  if (url?.protocol === 'http:' && weakest === 'http:' && LOOPBACK.test(url.hostname)) return url;
  throw new SecCodeError('MODEL_DOWNLOAD_FAILED', 'A model is only downloaded over https.', {
    remedy: 'Give an address that begins with https://, and that redirects to none that does not.',
  });
}
