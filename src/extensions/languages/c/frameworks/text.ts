import type { Fill, Framework, Operation } from '#engine/analysis/framework.ts';
import { TEXT_KINDS } from './text-kinds.ts';

/** Rows of the same kind for several calls. */
function fills(names: string, row: Omit<Fill, 'callee'>): readonly Fill[] {
  return names.split(' ').map((callee) => ({ callee, ...row }));
}

function operations(names: string, operation: Operation): Readonly<Record<string, Operation>> {
  return Object.fromEntries(names.split(' ').map((name) => [name, operation]));
}

const NUMBERS = 'atoi atol atoll atof strtol strtoll strtoul strtoull strtod strtof strtold strtoimax strtoumax';

/** Texts of C: what copies, appends, formats, compares and searches them. */
export const TEXT: Framework = {
  name: 'text',
  operations: {
    ...operations(NUMBERS, 'number'),
    ...operations('strlen strnlen wcslen', 'length'),
    ...operations('strcmp strcasecmp stricmp _stricmp strcoll wcscmp lstrcmpA g_strcmp0', 'text-compare'),
    ...operations('memcmp strncmp strncasecmp strnicmp _strnicmp wcsncmp', 'text-compare-start'),
    ...operations('*.Replace *.Replace_n *.replaceAll *.ReplaceAll', 'text-replace'),
    ...operations('strstr strcasestr strchr strrchr strpbrk memchr wcsstr wcschr index rindex', 'text-find'),
    ...operations('strdup strndup _strdup xstrdup g_strdup strdupa dynamic_cast', 'same'),
    ...operations('g_strdup_printf asprintf_s sqlite3_mprintf xasprintf', 'text-percent'),
    ...operations(
      'isalnum isalpha isdigit isxdigit isspace ispunct isprint isgraph iscntrl islower isupper strcspn abs labs',
      'number',
    ),
    ...operations('malloc calloc sizeof time clock getpid getppid getuid geteuid fileno', 'fresh'),
    ...operations('strspn', 'text-span'),
    ...operations('tolower toupper', 'pure'),
  },
  sanitizers: NUMBERS.split(' ').map((callee) => ({ callee, kinds: TEXT_KINDS })),
  guards: [
    // One character of a text that is looked at one by one.
    ...['isalnum', 'isalpha', 'isdigit', 'isxdigit'].map((callee) => ({
      callee,
      argument: 0,
      when: true,
      kinds: TEXT_KINDS,
    })),
  ],
  fills: [
    ...fills('strcpy strncpy stpcpy stpncpy strlcpy wcscpy wcsncpy lstrcpyA lstrcpy', {
      to: [0],
      how: 'copy',
      from: 1,
    }),
    ...fills('memcpy memmove mempcpy bcopy_to', { to: [0], how: 'copy', from: 1 }),
    ...fills('bcopy', { to: [1], how: 'copy', from: 0 }),
    ...fills('strcpy_s wcscpy_s strncpy_s memcpy_s', { to: [0], how: 'copy', from: 2 }),
    ...fills('strcat strncat strlcat wcscat wcsncat lstrcatA lstrcat', { to: [0], how: 'append', from: 1 }),
    ...fills('strcat_s strncat_s', { to: [0], how: 'append', from: 2 }),
    ...fills('sprintf vsprintf wsprintfA wsprintf asprintf vasprintf', { to: [0], how: 'format', from: 1 }),
    ...fills('snprintf vsnprintf _snprintf g_snprintf swprintf sprintf_s vsprintf_s', {
      to: [0],
      how: 'format',
      from: 2,
    }),
    ...fills('sqlite3_snprintf', { to: [1], how: 'format', from: 2 }),
    ...fills('_snprintf_s snprintf_s', { to: [0], how: 'format', from: 3 }),
    ...fills('memset bzero explicit_bzero SecureZeroMemory', { to: [0], how: 'unknown' }),
    ...fills('sscanf', { to: [2, 3, 4, 5, 6, 7, 8, 9], how: 'scan', from: 1, of: 0 }),
    ...fills('realpath', { to: [1], how: 'copy', from: 0 }),
    ...fills('_fullpath', { to: [0], how: 'copy', from: 1 }),
    ...fills('PathCanonicalizeA PathCanonicalize', { to: [0], how: 'copy', from: 1 }),
    ...fills('GetFullPathNameA GetFullPathName', { to: [2], how: 'copy', from: 0 }),
    ...fills('mysql_real_escape_string', { to: [1], how: 'copy', from: 2, safeFor: ['sql-quoted'] }),
    ...fills('mysql_escape_string', { to: [0], how: 'copy', from: 1, safeFor: ['sql-quoted'] }),
    ...fills('PQescapeStringConn', { to: [1], how: 'copy', from: 2, safeFor: ['sql-quoted'] }),
    ...fills('PQescapeString', { to: [0], how: 'copy', from: 1, safeFor: ['sql-quoted'] }),
  ],
  propagators: [
    // Where a field ends is not what is in it.
    ...['strtok', 'strsep'].map((callee) => ({ callee, from: [0], to: 'result' as const })),
    { callee: 'strtok_r', from: [0], to: 'result' },
    ...['strstr', 'strcasestr', 'strchr', 'strrchr', 'strpbrk'].map((callee) => ({
      callee,
      from: [0],
      to: 'result' as const,
    })),
    ...['strcmp', 'strncmp', 'strcasecmp', 'strncasecmp', 'memcmp', 'access', 'stat', 'lstat'].map((callee) => ({
      callee,
      from: [],
      to: 'nothing' as const,
    })),
    { callee: 'basename', from: [0], to: 'result' },
  ],
};
