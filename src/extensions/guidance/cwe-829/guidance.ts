import type { Guidance } from '#engine/guidance/guidance.ts';

export const guidance: Guidance = {
  cwe: 'CWE-829',
  title: 'Inclusion from an untrusted source',
  what: 'The program loads code, templates, libraries or scripts from a place or name that others control.',
  exploited: 'An attacker controls that place or name and has own code run within the program or page.',
  fixed: {
    general:
      "Load code only from the program's own folders and pinned dependencies. Choose modules and templates from a fixed map, never by a name from outside, and give foreign page parts a sandbox, an integrity hash and a Content-Security-Policy.",
    python:
      'Choose from a dict instead of `importlib.import_module(name)`, and pass a constant name to `render_template`.',
    c: 'Pass constant absolute paths to `dlopen`, in folders that only trusted accounts can write to.',
    javascript:
      'Add `integrity` and `crossorigin` to scripts of other hosts, choose modules from a `Map` instead of `import(name)`, and set `sandbox` on frames.',
    java: 'Do not point `URLClassLoader` or JNDI lookups at outside addresses.',
    go: 'Do not pass outside names to `plugin.Open` or template parsing.',
  },
  traps: [
    "Checking the name's ending does not tell where the file comes from.",
    'A trusted host today can change hands tomorrow; pin version and hash.',
  ],
};
