import type { Guidance } from '#engine/guidance/guidance.ts';

export const guidance: Guidance = {
  cwe: 'CWE-489',
  title: 'Active debug code',
  what: 'Debug features, back doors or test accounts are left in the delivered program.',
  exploited: 'An attacker finds the debug route, flag or console and skips checks or runs code.',
  fixed: {
    general:
      'Remove debug routes, test accounts and bypass flags from production code. What must stay is off by default, behind authentication, bound to loopback, and absent from release builds.',
    python:
      'Replace `app.run(debug=True)` by a production server, since the Werkzeug debugger runs code; set `DEBUG = False`; remove `pdb.set_trace()` and `breakpoint()`.',
    c: 'Guard debug commands by `#ifdef` of a macro that release builds do not define, and build with `-DNDEBUG` after making sure that no check lives in `assert`.',
    javascript: 'Remove `debugger`, test routes and `--inspect` from start scripts.',
    java: 'Remove `main` test entry points, Spring profiles with open security, and JDWP options.',
    go: 'Put debug handlers into files with a build tag, and keep `net/http/pprof` off the public mux.',
  },
  traps: [
    'A secret query parameter is a back door, no guard.',
    'Reading the flag from a header or cookie lets anybody set it.',
  ],
};
