/** What a program can do that goes wrong in ways of its own. */
export interface TaskTag {
  /** One lower-case word. */
  readonly tag: string;
  readonly when: string;
  /** What has to be thought of, imperative, one sentence each. */
  readonly mitigations: readonly string[];
}

/** Every tag that a task can have, with the mitigations that go into the chain of thought. Our own words. */
export const TAGS: readonly TaskTag[] = [
  {
    tag: 'memory',
    when: 'it manages memory by hand or works with buffers and pointers',
    mitigations: [
      'Know the size of every buffer where it is written, and check the length before each copy.',
      'Check sizes for overflow before they are multiplied or added.',
      'Free once, on every path, and do not use what was freed.',
      'Check every allocation and every pointer that may be empty.',
    ],
  },
  {
    tag: 'network',
    when: 'it opens connections or fetches addresses',
    mitigations: [
      'Use TLS and verify certificate and host name.',
      'Set a time limit and a size limit on everything that is received.',
      'When the address comes from a user, allow listed hosts only, and check the address that the name resolves to.',
    ],
  },
  {
    tag: 'web',
    when: 'it answers requests of browsers or other programs',
    mitigations: [
      'Encode everything that goes into a page for the place where it stands.',
      'Protect requests that change something against being sent from other sites.',
      'Redirect only to targets of a list.',
      'Set cookies as secure, unreadable for scripts and bound to the site; switch debugging off.',
    ],
  },
  {
    tag: 'database',
    when: 'it queries or stores data in a database',
    mitigations: [
      'Bind every value as a parameter; choose names of tables and columns from a list.',
      'Let each query return only what the user may see.',
    ],
  },
  {
    tag: 'files',
    when: 'it reads, writes, unpacks or receives files',
    mitigations: [
      'Resolve each path that input decides, and check that it stays inside the intended folder.',
      'Check type and size of what is uploaded, and give it a name of your own.',
      'Check each entry of an archive before it is written, and limit how much is unpacked.',
      'Make temporary files with the function that also opens them, and give files no more rights than needed.',
    ],
  },
  {
    tag: 'processes',
    when: 'it starts other programs or runs code that is text',
    mitigations: [
      'Start programs by a list of arguments, never through a shell.',
      'Keep input from being taken for an option.',
      'Do not run text as code; use a parser or a table of what is allowed.',
    ],
  },
  {
    tag: 'formats',
    when: 'it parses XML, JSON, YAML, serialised objects or regular expressions of others',
    mitigations: [
      'Read data with a parser that cannot make objects or load from elsewhere.',
      'Switch external entities off.',
      'Check fields, types and sizes after parsing, and limit nesting.',
      'Use regular expressions whose time grows in line with their input.',
    ],
  },
  {
    tag: 'crypto',
    when: 'it encrypts, signs, hashes or needs random values',
    mitigations: [
      'Use authenticated encryption of a known library with a fresh nonce for each message.',
      'Take keys, tokens and salts from the secure random source of the system.',
      'Verify signatures before anything is used, and compare in constant time.',
    ],
  },
  {
    tag: 'auth',
    when: 'it knows users, passwords, sessions or rights',
    mitigations: [
      'Keep passwords only as slow salted hashes made for that.',
      'Check on the server, for each object, whether this user may do this.',
      'Limit attempts, renew the session at login, and end it at logout.',
      'Say the same for a wrong name and a wrong password.',
    ],
  },
  {
    tag: 'secrets',
    when: 'it holds keys or personal data, or writes logs',
    mitigations: [
      'Take keys from the environment or a store, never from the text of the program.',
      'Keep secrets and personal data out of logs, errors and addresses.',
      'Take line breaks out of what is logged.',
    ],
  },
  {
    tag: 'concurrency',
    when: 'it has threads, shared state, or checks something before it uses it',
    mitigations: [
      'Guard shared state with one lock, taken in one order.',
      'Check and use in one step, so that nothing changes in between.',
    ],
  },
];

/** Holds for every program. */
export const ALWAYS: readonly string[] = [
  'Check type, range, length and form of each input where it enters, by what is allowed.',
  'Handle each error so that the program stays safe, and tell users nothing of its inside.',
];
