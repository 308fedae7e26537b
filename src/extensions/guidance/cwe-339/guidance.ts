import type { Guidance } from '#engine/guidance/guidance.ts';

export const guidance: Guidance = {
  cwe: 'CWE-339',
  title: 'Small seed space',
  what: 'A generator is seeded from few possible values, such as the time or the process id.',
  exploited: 'An attacker tries all seeds and reproduces keys and tokens.',
  fixed: {
    general:
      "Use the system's secure generator, which needs no seeding. Where a deterministic generator is needed, seed it with at least 128 bits from the system.",
    python: 'Delete `random.seed(time.time())` and use `secrets`.',
    c: 'Delete `srand(time(NULL))` and `srand(getpid())` and use `getrandom` or `arc4random_buf`.',
    cpp: 'Do not seed `std::mt19937` with one 32-bit value for secrets; use `getrandom` or `RAND_bytes`.',
    javascript: 'Use `crypto.randomBytes` instead of seeded generators.',
    java: "Create `new SecureRandom()` without `setSeed`, since an early seed can replace the system's on some providers.",
    go: 'Use `crypto/rand` instead of `rand.New(rand.NewSource(time.Now().UnixNano()))`.',
  },
  traps: [
    'Mixing time, process id and address still gives few million possibilities.',
    'Reseeding more often does not enlarge the space.',
  ],
};
