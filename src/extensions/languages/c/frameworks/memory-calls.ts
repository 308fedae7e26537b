import type { MemoryCall } from '#engine/analysis/memory/memory-call.ts';
import { ENDING_CALLS } from './ending-names.ts';

/** What gives memory. */
const ALLOCATION: readonly MemoryCall[] = [
  { callee: 'malloc', allocates: { bytes: { argument: 0 }, family: 'malloc' } },
  { callee: 'calloc', allocates: { bytes: { argument: 0, times: 1 }, family: 'malloc' } },
  {
    callee: 'realloc',
    allocates: { bytes: { argument: 1 }, family: 'malloc' },
    releases: { argument: 0, family: 'malloc' },
  },
  {
    callee: 'reallocarray',
    allocates: { bytes: { argument: 1, times: 2 }, family: 'malloc' },
    releases: { argument: 0, family: 'malloc' },
  },
  { callee: 'aligned_alloc', allocates: { bytes: { argument: 1 }, family: 'malloc' } },
  { callee: 'strdup', allocates: { bytes: { textOf: 0, plus: 1 }, family: 'malloc', textOf: 0 } },
  { callee: '_strdup', allocates: { bytes: { textOf: 0, plus: 1 }, family: 'malloc', textOf: 0 } },
  { callee: 'strndup', allocates: { family: 'malloc' }, derefs: [0] },
  { callee: 'wcsdup', allocates: { family: 'malloc' }, derefs: [0] },
  { callee: 'realpath', allocates: {} },
  { callee: 'alloca', allocates: { bytes: { argument: 0 }, isNeverNull: true, isOnStack: true } },
  { callee: '_alloca', allocates: { bytes: { argument: 0 }, isNeverNull: true, isOnStack: true } },
  { callee: '__builtin_alloca', allocates: { bytes: { argument: 0 }, isNeverNull: true, isOnStack: true } },
  // These end the program when there is no memory.
  { callee: 'xmalloc', allocates: { bytes: { argument: 0 }, family: 'malloc', isNeverNull: true } },
  { callee: 'xcalloc', allocates: { bytes: { argument: 0, times: 1 }, family: 'malloc', isNeverNull: true } },
  { callee: 'xstrdup', allocates: { bytes: { textOf: 0, plus: 1 }, family: 'malloc', isNeverNull: true, textOf: 0 } },
  { callee: 'png_malloc', allocates: { bytes: { argument: 1 }, isNeverNull: true } },
  { callee: 'png_calloc', allocates: { bytes: { argument: 1 }, isNeverNull: true } },
  { callee: 'g_malloc', allocates: { bytes: { argument: 0 }, family: 'g_malloc', isNeverNull: true } },
  { callee: 'g_malloc0', allocates: { bytes: { argument: 0 }, family: 'g_malloc', isNeverNull: true } },
  { callee: 'g_strdup', allocates: { family: 'g_malloc', isNeverNull: true } },
  { callee: 'kmalloc', allocates: { bytes: { argument: 0 }, hasArrayForm: true, family: 'kmalloc' } },
  { callee: 'kzalloc', allocates: { bytes: { argument: 0 }, hasArrayForm: true, family: 'kmalloc' } },
  { callee: 'kcalloc', allocates: { bytes: { argument: 0, times: 1 }, family: 'kmalloc' } },
  { callee: 'kmalloc_array', allocates: { bytes: { argument: 0, times: 1 }, family: 'kmalloc' } },
  { callee: 'vmalloc', allocates: { bytes: { argument: 0 }, hasArrayForm: true, family: 'vmalloc' } },
];

/** What takes it back. */
const RELEASE: readonly MemoryCall[] = [
  { callee: 'free', releases: { argument: 0, family: 'malloc' } },
  { callee: 'cfree', releases: { argument: 0, family: 'malloc' } },
  { callee: 'g_free', releases: { argument: 0, family: 'g_malloc' } },
  { callee: 'kfree', releases: { argument: 0, family: 'kmalloc' } },
  { callee: 'kzfree', releases: { argument: 0, family: 'kmalloc' } },
  { callee: 'vfree', releases: { argument: 0, family: 'vmalloc' } },
];

const BYTES: readonly MemoryCall[] = [
  {
    callee: 'memcpy',
    isForApart: true,
    reads: { from: 1, bytes: { argument: 2 } },
    writes: { into: 0, bytes: { argument: 2 } },
    givesArgument: 0,
  },
  {
    callee: 'memmove',
    reads: { from: 1, bytes: { argument: 2 } },
    writes: { into: 0, bytes: { argument: 2 } },
    givesArgument: 0,
  },
  {
    callee: 'bcopy',
    reads: { from: 0, bytes: { argument: 2 } },
    writes: { into: 1, bytes: { argument: 2 } },
  },
  {
    callee: 'wmemcpy',
    derefs: [0, 1],
    givesArgument: 0,
  },
  { callee: 'memset', fills: { into: 0, byte: 1, bytes: { argument: 2 } }, givesArgument: 0 },
  { callee: 'bzero', writes: { into: 0, bytes: { argument: 1 } } },
  ...['write', 'send', 'sendto'].map(
    (callee): MemoryCall => ({ callee, reads: { from: 1, bytes: { argument: 2 } }, returns: 'number' }),
  ),
  { callee: 'fwrite', reads: { from: 0, bytes: { argument: 1, times: 2 } }, returns: 'number' },
  { callee: 'memcmp', reads: { from: 0, bytes: { argument: 2 } }, returns: 'number' },
  { callee: 'memchr', reads: { from: 0, bytes: { argument: 2 } }, findsOrNull: true },
  { callee: 'copy_from_user', writes: { into: 0, bytes: { argument: 2 } }, returns: 'number' },
];

const TEXTS: readonly MemoryCall[] = [
  { callee: 'strcpy', copiesText: { into: 0, from: 1 }, givesArgument: 0 },
  { callee: 'stpcpy', copiesText: { into: 0, from: 1 } },
  { callee: 'strcat', copiesText: { into: 0, from: 1, appends: true }, givesArgument: 0 },
  {
    callee: 'strncpy',
    copiesText: { into: 0, from: 1, limit: 2, isLimitOfAll: true, mayLackEnd: true },
    givesArgument: 0,
  },
  { callee: 'strncat', copiesText: { into: 0, from: 1, limit: 2, appends: true }, givesArgument: 0 },
  { callee: 'strlcpy', copiesText: { into: 0, from: 1, limit: 2, isLimitOfAll: true }, returns: 'number' },
  { callee: 'lstrcpyA', copiesText: { into: 0, from: 1 } },
  { callee: 'strlen', derefs: [0], returns: 'text-length' },
  { callee: 'strnlen', returns: 'number', derefs: [0] },
  { callee: 'strcmp', derefs: [0, 1], returns: 'number' },
  { callee: 'strncmp', returns: 'number', derefs: [0, 1] },
  { callee: 'strcasecmp', derefs: [0, 1], returns: 'number' },
  { callee: 'strncasecmp', returns: 'number', derefs: [0, 1] },
  { callee: 'strchr', derefs: [0], findsOrNull: true },
  { callee: 'strrchr', derefs: [0], findsOrNull: true },
  { callee: 'strstr', derefs: [0, 1], findsOrNull: true },
  { callee: 'strpbrk', derefs: [0, 1], findsOrNull: true },
  { callee: 'strtok', findsOrNull: true },
  { callee: 'strtok_r', findsOrNull: true },
  { callee: 'sprintf', formats: { into: 0, format: 1 }, returns: 'number' },
  { callee: 'wsprintfA', formats: { into: 0, format: 1 }, returns: 'number' },
  { callee: 'snprintf', formats: { into: 0, format: 2, limit: 1 }, returns: 'wanted-length' },
  { callee: '_snprintf', formats: { into: 0, format: 2, limit: 1 }, returns: 'number' },
  { callee: 'puts', derefs: [0], returns: 'number' },
];

/** What comes from outside. */
const INPUT: readonly MemoryCall[] = [
  { callee: 'gets', receives: { into: 0, isText: true }, givesArgument: 0 },
  { callee: 'fgets', receives: { into: 0, limit: { argument: 1 }, isText: true }, returns: 'number' },
  { callee: 'read', receives: { into: 1, limit: { argument: 2 } }, returns: 'received-count' },
  { callee: 'pread', receives: { into: 1, limit: { argument: 2 } }, returns: 'received-count' },
  { callee: 'recv', receives: { into: 1, limit: { argument: 2 } }, returns: 'received-count' },
  { callee: 'recvfrom', receives: { into: 1, limit: { argument: 2 } }, returns: 'received-count' },
  { callee: 'readlink', receives: { into: 1, limit: { argument: 2 } }, returns: 'received-count' },
  { callee: 'fread', receives: { into: 0, limit: { argument: 1, times: 2 } }, returns: 'number' },
  { callee: 'scanf', scans: { format: 0 }, returns: 'number' },
  { callee: 'fscanf', scans: { format: 1 }, returns: 'number' },
  { callee: 'sscanf', scans: { format: 1, from: 0 }, returns: 'number' },
  { callee: 'atoi', derefs: [0], returns: 'input-number' },
  { callee: 'atol', derefs: [0], returns: 'input-number' },
  { callee: 'atoll', derefs: [0], returns: 'input-number' },
  { callee: 'atof', derefs: [0], returns: 'input-real' },
  { callee: 'strtod', derefs: [0], returns: 'input-real' },
  { callee: 'strtof', derefs: [0], returns: 'input-real' },
  { callee: 'strtol', derefs: [0], returns: 'input-number' },
  { callee: 'strtoll', derefs: [0], returns: 'input-number' },
  { callee: 'rand', returns: 'input-number', range: [0, 2_147_483_647] },
  { callee: 'random', returns: 'input-number', range: [0, 2_147_483_647] },
  { callee: 'ntohl', returns: 'decoded-number' },
  { callee: 'ntohs', returns: 'decoded-number' },
  { callee: 'getenv', returns: 'received-text' },
  { callee: 'getc', returns: 'number', range: [-1, 255] },
  { callee: 'fgetc', returns: 'number', range: [-1, 255] },
  { callee: 'getchar', returns: 'number', range: [-1, 255] },
];

/** What libraries of other people give, or null. */
const OF_LIBRARIES: readonly MemoryCall[] = [
  // Linux: drivers.
  'platform_get_resource',
  'platform_get_resource_byname',
  'of_match_node',
  'of_match_device',
  'of_find_node_by_name',
  'of_find_compatible_node',
  'of_get_parent',
  'of_get_child_by_name',
  'of_get_property',
  // ImageMagick; its `CloneImageInfo` and `CloneDrawInfo` end the program instead.
  'CloneImage',
  // What is asked of an object may be nothing that it is.
  'dynamic_cast',
  'dynamic_pointer_cast',
  'qobject_cast',
  'CloneStringInfo',
  'CloneImageList',
].map((callee) => ({ callee, findsOrNull: true }));

/** What may find nothing. */
const LOOKUPS: readonly MemoryCall[] = [
  { callee: 'fopen', allocates: { family: 'stream' } },
  { callee: 'fdopen', allocates: { family: 'stream' } },
  { callee: 'popen', allocates: {} },
  { callee: 'tmpfile', allocates: { family: 'stream' } },
  { callee: 'opendir', allocates: { family: 'folder' } },
  { callee: 'closedir', derefs: [0], releases: { argument: 0, family: 'folder' } },
  { callee: 'fclose', derefs: [0], releases: { argument: 0, family: 'stream' } },
  { callee: 'localtime', findsOrNull: true },
  { callee: 'gmtime', findsOrNull: true },
  { callee: 'getpwnam', findsOrNull: true },
  { callee: 'getpwuid', findsOrNull: true },
  { callee: 'gethostbyname', findsOrNull: true },
  { callee: 'gethostbyaddr', findsOrNull: true },
  { callee: 'bsearch', findsOrNull: true },
  { callee: 'setlocale', findsOrNull: true },
  { callee: 'dlsym', findsOrNull: true },
  { callee: 'crypt', findsOrNull: true },
  { callee: 'getgrnam', findsOrNull: true },
  { callee: 'getgrgid', findsOrNull: true },
  { callee: 'getspnam', findsOrNull: true },
  { callee: 'getservbyname', findsOrNull: true },
  { callee: 'getprotobyname', findsOrNull: true },
  { callee: 'memmem', findsOrNull: true },
  { callee: 'strcasestr', findsOrNull: true },
  { callee: 'wcschr', findsOrNull: true },
  { callee: 'wcsstr', findsOrNull: true },
  { callee: 'readdir', findsOrNull: true },
  { callee: 'inet_ntop', findsOrNull: true },
];

const ENDS: readonly MemoryCall[] = ENDING_CALLS.map((callee) => ({ callee, neverReturns: true }));

/** Calls that print and keep nothing of what they are given. */
const LOOKS: readonly MemoryCall[] = [
  'printf',
  'fprintf',
  'vprintf',
  'putchar',
  'fputs',
  'fputc',
  'perror',
  'syslog',
  'fflush',
  'isalpha',
  'isdigit',
  'isspace',
  'toupper',
  'tolower',
  'close',
  'feof',
  'ferror',
  'fseek',
  'ftell',
  'sleep',
  'usleep',
  'time',
  'srand',
  'abs',
  'labs',
  'sqrt',
  'htons',
  'htonl',
].map((callee) => ({ callee, returns: 'number' }));

/** libc and POSIX as far as memory is concerned. */
export const memoryCalls: readonly MemoryCall[] = [
  ...LOOKS,
  ...ENDS,
  ...ALLOCATION,
  ...RELEASE,
  ...BYTES,
  ...TEXTS,
  ...INPUT,
  ...LOOKUPS,
  ...OF_LIBRARIES,
];
