import type { Guidance } from '#engine/guidance/guidance.ts';

export const guidance: Guidance = {
  cwe: 'CWE-406',
  title: 'Network amplification',
  what: 'A small request, often with a forged sender, makes the server send much more traffic to somebody else.',
  exploited: "An attacker forges the victim's address in UDP requests, and the server floods the victim.",
  fixed: {
    general:
      "Prove the sender's address before sending large replies (handshake, cookie, TCP or QUIC), keep an unproved reply no larger than the request (QUIC allows three times), limit the rate per address, require authentication, and do not relay to addresses named in the request.",
    python:
      'In UDP handlers answer unknown peers with a short cookie made by `hmac` over address and time, and reply in full only to a request that returns it; drop requests shorter than the reply.',
    c: 'Check `n >= reply_len` after `recvfrom`, keep a token bucket per source, and require a cookie computed by HMAC before large replies.',
    javascript:
      "In `dgram` servers compare `rinfo.size` with the reply's length and require a cookie made by `crypto.createHmac`.",
    java: 'Compare the length of the `DatagramPacket` with the reply and require an HMAC cookie before large ones.',
    go: "Compare `n` of `ReadFromUDP` with the reply's length and require an HMAC cookie before large ones.",
  },
  traps: [
    'A limit per address alone is spread over many reflectors.',
    'The source address of a UDP packet proves nothing.',
  ],
};
