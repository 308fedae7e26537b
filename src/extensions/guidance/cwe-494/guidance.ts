import type { Guidance } from '#engine/guidance/guidance.ts';

export const guidance: Guidance = {
  cwe: 'CWE-494',
  title: 'Download of code without integrity check',
  what: 'Code, updates, models or packages are fetched and used without verifying where they come from and that they are whole.',
  exploited: 'An attacker on the way, on the mirror or in the registry replaces the file and has it run.',
  fixed: {
    general:
      'Fetch over verified TLS, pin the exact version, and verify a signature by a key shipped with the program, or a SHA-256 digest kept apart from the download, before anything is unpacked or run.',
    python:
      'Compare `hashlib.sha256(data).hexdigest()` with a pinned value, install with `pip install --require-hashes`, and do not `exec` what was downloaded.',
    c: "Verify with libsodium's `crypto_sign_verify_detached(...) == 0` before using the data, and write it to a private folder.",
    javascript:
      'Use `npm ci` with the lock file, `integrity` on script tags from other hosts, and compare `crypto.createHash("sha256")` with a pinned value.',
    java: "Verify with `Signature.verify` against a bundled key, and turn on Gradle's dependency verification.",
    go: 'Keep `go.sum` and the checksum database on, and verify other downloads with `ed25519.Verify`.',
  },
  traps: [
    'A digest from the same server changes together with the file.',
    'MD5 and a CRC find accidents, not attackers.',
  ],
};
