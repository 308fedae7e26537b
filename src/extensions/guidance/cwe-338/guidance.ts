import type { Guidance } from '#engine/guidance/guidance.ts';

export const guidance: Guidance = {
  cwe: 'CWE-338',
  title: 'Weak random generator',
  what: 'A statistical generator such as Mersenne Twister, `rand` or `Math.random` produces security values.',
  exploited: 'An attacker observes some outputs, recovers the state and computes the tokens of other users.',
  fixed: {
    general:
      "Replace it by the system's secure generator wherever a value must not be guessed: session ids, reset tokens, passwords, keys, salts, nonces. Keep statistical generators for simulation only.",
    python:
      'Replace `random.choice` and `random.randint` by `secrets.choice` and `secrets.randbelow`, or use `secrets.SystemRandom()`.',
    c: "Replace `rand`, `random` and `drand48` by `getrandom`, `arc4random_uniform` or libsodium's `randombytes_uniform`.",
    cpp: "Replace `std::mt19937` and `std::rand` by `getrandom`, `RAND_bytes` or libsodium's `randombytes_buf`.",
    javascript: 'Replace `Math.random` by `crypto.randomInt`, `crypto.randomBytes` or `crypto.randomUUID`.',
    java: 'Replace `java.util.Random` by `SecureRandom`.',
    go: 'Replace `math/rand` and `math/rand/v2` by `crypto/rand`.',
  },
  traps: [
    '`srand(time(NULL))` makes the outputs a function of the clock.',
    "`randombytes % n` is biased; use the library's uniform function.",
  ],
};
