import type { Guidance } from '#engine/guidance/guidance.ts';

export const guidance: Guidance = {
  cwe: 'CWE-209',
  title: 'Error message with sensitive information',
  what: 'Errors shown to the user carry stack traces, queries, paths, versions or secrets.',
  exploited:
    'An attacker provokes errors and learns structure, versions and data for further attacks, or whether an account exists.',
  fixed: {
    general:
      'Answer with a neutral message and a random error id, log the details on the server under that id, and install one handler for everything unexpected. Use the same message for unknown user and wrong password.',
    python:
      'Do not return `str(e)` or `traceback.format_exc()`; call `logger.exception(...)` and `abort(500)`; use `@app.errorhandler(Exception)` and `DEBUG = False`.',
    c: 'Write `strerror` and paths to `syslog` and send the peer only a fixed text or code.',
    javascript:
      'Use one Express error handler that logs and answers `{ error: "internal", id }`, and set `NODE_ENV=production`.',
    java: 'Use `@ControllerAdvice` with a fixed body, `server.error.include-stacktrace=never` and `include-message=never`; never `e.printStackTrace(response.getWriter())`.',
    go: 'Log `err` with `slog.Error` and answer `http.Error(w, "internal error", http.StatusInternalServerError)`.',
  },
  traps: [
    'Swallowing the error without logging hides attacks from the operator.',
    'Equal messages with different status or timing still tell accounts apart.',
  ],
};
