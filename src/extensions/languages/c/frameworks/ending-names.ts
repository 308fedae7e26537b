/** Functions of the library that end the program, or jump out of it. */
export const ENDING_CALLS: readonly string[] = [
  'exit',
  '_exit',
  '_Exit',
  'quick_exit',
  'abort',
  'longjmp',
  'siglongjmp',
  'err',
  'errx',
  'verr',
  'verrx',
  'die',
  'fatal',
  'fatalx',
  'bail',
  'bail_out',
  'error_exit',
  'die_with_error',
  'DieWithError',
  'ExitProcess',
  'pthread_exit',
  '__builtin_trap',
  'panic',
  '__builtin_unreachable',
  // Libraries whose manuals say so: libpng, libjpeg, GLib.
  'png_error',
  'png_chunk_error',
  'ERREXIT',
  'ERREXIT1',
  'ERREXIT2',
  'g_error',
  'g_assert_not_reached',
];

/** What projects call theirs: `error_msg_and_die`, `ThrowReaderException`, `lua_error`. */
export const ENDING_NAMES: RegExp =
  /^Throw[A-Z]\w*Exception$|(?:^|_)(?:die|abort|fatal|panic|bail_?out|croak\w*|longjmp)$|_raise$|(?:^|_)luaL?_error$|[a-z](?:Abort|Panic|Die|Fatal)$|(?:^|_)v?err[cx]$/;
