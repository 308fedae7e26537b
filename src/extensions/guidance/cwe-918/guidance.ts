import type { Guidance } from '#engine/guidance/guidance.ts';

export const guidance: Guidance = {
  cwe: 'CWE-918',
  title: 'Server-side request forgery',
  what: 'The server fetches a URL, host or port that the request names.',
  exploited:
    'An attacker names an internal address such as `http://169.254.169.254/` or `localhost` and reads cloud credentials or reaches services behind the firewall.',
  fixed: {
    general:
      'Choose the target from an allow-list of hosts. Where it must be free, allow only `https`, resolve the name once, refuse loopback, private, link-local, multicast and reserved addresses (IPv6 too), connect to the address that was checked, and do not follow redirects without checking again. Limit time and size; isolate egress.',
    python:
      'Parse with `urllib.parse.urlsplit`, require the host to be in a set, and call `requests.get(url, allow_redirects=False, timeout=5)`; test addresses with `ipaddress.ip_address(a).is_global`.',
    javascript:
      'Compare `new URL(input).hostname` with a `Set`, fetch with `redirect: "error"`, and check addresses in a custom `lookup` of an undici `Agent` so that the checked one is used.',
    java: 'Parse with `URI`, check the host against a set, use `HttpClient` with `Redirect.NEVER`, and refuse `InetAddress` values that are loopback, site-local, link-local or any-local.',
    go: 'Set `net.Dialer.Control` in the `http.Transport` to refuse addresses that are not public at connect time, and return `http.ErrUseLastResponse` from `CheckRedirect`.',
    c: 'With libcurl set `CURLOPT_PROTOCOLS_STR` to "https", `CURLOPT_FOLLOWLOCATION` to 0, and check the peer address in `CURLOPT_OPENSOCKETFUNCTION`.',
  },
  traps: [
    'A check of the name followed by a second resolution is beaten by DNS rebinding.',
    'Block-lists miss `0.0.0.0`, decimal forms, `[::ffff:127.0.0.1]` and redirects.',
  ],
};
