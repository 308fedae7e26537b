import type { Framework } from '#engine/analysis/framework.ts';
import { ENDING_CALLS, ENDING_NAMES } from './ending-names.ts';

const NUMBERS = (
  'bool _Bool int short long float double unsigned signed size_t ssize_t off_t time_t pid_t uid_t gid_t mode_t ' +
  'socklen_t in_port_t ptrdiff_t intptr_t uintptr_t std::size_t DWORD BOOL UINT INT LONG ULONG WORD BYTE SIZE_T ' +
  'int8_t int16_t int32_t int64_t uint8_t uint16_t uint32_t uint64_t std::int32_t std::uint32_t std::int64_t ' +
  'std::uint64_t u8 u16 u32 u64 guint gint gsize gboolean'
).split(' ');

const COMPOUND = ['unsigned', 'signed'].flatMap((sign) =>
  ['int', 'short', 'long', 'long long', 'long int', 'short int', 'long long int'].map((kind) => `${sign} ${kind}`),
);

/** What types say of values, and functions that do not come back. */
export const TYPES: Framework = {
  name: 'types',
  plainTypes: {
    ...Object.fromEntries(
      [...NUMBERS, ...COMPOUND, 'long long', 'long int', 'long double', 'short int'].map(
        (name) => [name, 'number'] as const,
      ),
    ),
    'std::string': 'text',
    string: 'text',
    'std::ostringstream': 'text',
    ostringstream: 'text',
    'std::stringstream': 'text',
    stringstream: 'text',
  },
  annotations: {
    'std::string': 'std.string()',
    string: 'std.string()',
    'std::ostringstream': 'std.ostringstream()',
    ostringstream: 'std.ostringstream()',
    'std::stringstream': 'std.ostringstream()',
    stringstream: 'std.ostringstream()',
    'std::ifstream': 'std.fstream()',
    ifstream: 'std.fstream()',
    'std::ofstream': 'std.fstream()',
    ofstream: 'std.fstream()',
    'std::fstream': 'std.fstream()',
    fstream: 'std.fstream()',
  },
  exitNames: ENDING_NAMES,
  exits: [...ENDING_CALLS, 'std.exit', 'std.abort', 'std.terminate', 'std.quick_exit'],
};
