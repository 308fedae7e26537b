import type { Guidance } from '#engine/guidance/guidance.ts';

export const guidance: Guidance = {
  cwe: 'CWE-454',
  title: 'External initialization of trusted variables',
  what: 'Variables that the program trusts are set from outside: environment, query, configuration or client state.',
  exploited: 'An attacker sets them to skip a check, load another library or change a path.',
  fixed: {
    general:
      'Set security-relevant variables in code from trusted sources, after all outside data has been read. Accept from outside only listed names, validate each value, and start child processes with a clean environment.',
    c: 'Call `secure_getenv` in privileged programs, use absolute paths, and start children by `execve` with an own `envp` instead of `environ`.',
    python:
      'Read listed names only, never `globals().update(...)`, `vars(obj).update(request.form)` or `setattr` with outside names; pass `env={...}` to `subprocess.run`.',
    javascript: 'Pick named fields by schema instead of `Object.assign(config, req.query)`, and pass `env` to `spawn`.',
    java: 'Bind requests to DTOs with listed fields (`setAllowedFields`), and do not copy parameters into system properties.',
    go: 'Decode into a struct of the expected fields, and set `cmd.Env` explicitly.',
  },
  traps: [
    'Validating one variable does not help when others such as `LD_PRELOAD` or `PATH` pass through.',
    'Hidden form fields and unsigned cookies come from the user.',
  ],
};
