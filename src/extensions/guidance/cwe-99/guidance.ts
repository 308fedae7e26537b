import type { Guidance } from '#engine/guidance/guidance.ts';

export const guidance: Guidance = {
  cwe: 'CWE-99',
  title: 'Resource injection',
  what: 'Data from outside chooses which resource (file, port, host, class, connection, key) is opened.',
  exploited:
    'An attacker names another resource than intended and reads it, replaces it, or makes the program connect to a system of theirs.',
  fixed: {
    general:
      'Let the outside choose from a fixed map of names to resources. Where it must be free, check the identifier against an allow-list and the resolved resource against the bounds (folder, host set, port range), and check that this user is entitled to it.',
    python:
      'Look the name up in a dict of allowed resources; for files resolve with `Path.resolve()` and `is_relative_to(base)`; for modules never pass outside text to `importlib.import_module`.',
    c: 'Map a number or name to a constant path, port or library in a static table; open files with `openat` below a fixed directory with `O_NOFOLLOW`.',
    javascript: 'Look the name up in a `Map`; never pass outside text to `require`, `import()` or `net.connect`.',
    java: 'Look the name up in a `Map`; never pass outside text to `Class.forName`, JNDI `lookup` or `DriverManager.getConnection`.',
  },
  traps: ['Checking only the form of the name does not check who owns the resource behind it.'],
};
