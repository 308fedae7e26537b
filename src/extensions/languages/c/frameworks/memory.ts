import type { Framework } from '#engine/analysis/framework.ts';
import { memoryCalls } from './memory-calls.ts';
import { CURSORS } from './cursors.ts';
import { LIMITS } from './memory-limits.ts';
import { macroWays } from './memory-macros.ts';
import { NAMES } from './memory-names.ts';
import { plainType } from './memory-types.ts';

/** What C and its library do to memory. */
export const MEMORY: Framework = {
  name: 'memory',
  memory: {
    calls: memoryCalls,
    givers: { malloc: 'free', new: 'delete', 'new[]': 'delete[]', stream: 'fclose', folder: 'closedir' },
    names: NAMES,
    cursors: CURSORS,
    bitWords: [
      [/byte|char/i, 8],
      [/short|ntohs/i, 16],
    ],
    macros: macroWays,
    referenceLanguages: new Set(['cpp']),
    entries: new Set(['main', 'wmain']),
    constants: LIMITS,
    plainType,
    structureWords: /^(?:struct|union|class)\s+/,
  },
};
