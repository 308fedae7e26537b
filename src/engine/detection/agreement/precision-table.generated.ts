// Written by `npm run calibrate -- <folder of labelled sets>`. Do not edit.
//
// Counts of samples, in vulnerable and in secure code. 577 samples of languages of which their set has both kinds.
// Detectors: cppcheck 2.10, eslint in process, flawfinder 2.0.19, gcc 12.2.0, ruff 0.17.3, static 1.
import type { PrecisionTable } from './precision-table.ts';

export const PRECISION_TABLE: PrecisionTable = {
 "cppcheck": {
  "version": "2.10",
  "rules": {
   "arrayIndexOutOfBounds CWE-119": [
    9,
    0
   ],
   "arrayIndexOutOfBoundsCond CWE-119": [
    1,
    0
   ]
  },
  "looks": {
   "c CWE-119": {
    "looked": [
     46,
     58
    ],
    "flagged": [
     10,
     0
    ]
   },
   "c CWE-190": {
    "looked": [
     12,
     11
    ],
    "flagged": [
     0,
     0
    ]
   },
   "c CWE-22": {
    "looked": [
     11,
     10
    ],
    "flagged": [
     0,
     0
    ]
   },
   "c CWE-416": {
    "looked": [
     15,
     18
    ],
    "flagged": [
     0,
     0
    ]
   },
   "c CWE-476": {
    "looked": [
     16,
     9
    ],
    "flagged": [
     0,
     0
    ]
   },
   "c CWE-732": {
    "looked": [
     0,
     5
    ],
    "flagged": [
     0,
     0
    ]
   },
   "c CWE-78": {
    "looked": [
     13,
     4
    ],
    "flagged": [
     0,
     0
    ]
   },
   "c CWE-79": {
    "looked": [
     1,
     2
    ],
    "flagged": [
     0,
     0
    ]
   }
  }
 },
 "eslint": {
  "version": "in process",
  "rules": {},
  "looks": {}
 },
 "flawfinder": {
  "version": "2.0.19",
  "rules": {
   "FF1001 CWE-119": [
    13,
    18
   ],
   "FF1004 CWE-119": [
    1,
    4
   ],
   "FF1005 CWE-119": [
    5,
    3
   ],
   "FF1008 CWE-119": [
    2,
    0
   ],
   "FF1010 CWE-119": [
    2,
    0
   ],
   "FF1013 CWE-119": [
    11,
    10
   ],
   "FF1014 CWE-119": [
    0,
    1
   ],
   "FF1015 CWE-119": [
    4,
    1
   ],
   "FF1020 CWE-119": [
    1,
    8
   ],
   "FF1022 CWE-119": [
    15,
    19
   ],
   "FF1043 CWE-78": [
    1,
    0
   ],
   "FF1044 CWE-78": [
    13,
    4
   ],
   "FF1047 CWE-190": [
    4,
    3
   ]
  },
  "looks": {
   "c CWE-119": {
    "looked": [
     48,
     60
    ],
    "flagged": [
     32,
     42
    ]
   },
   "c CWE-190": {
    "looked": [
     12,
     11
    ],
    "flagged": [
     4,
     3
    ]
   },
   "c CWE-22": {
    "looked": [
     11,
     10
    ],
    "flagged": [
     0,
     0
    ]
   },
   "c CWE-416": {
    "looked": [
     15,
     18
    ],
    "flagged": [
     4,
     4
    ]
   },
   "c CWE-476": {
    "looked": [
     16,
     9
    ],
    "flagged": [
     0,
     0
    ]
   },
   "c CWE-732": {
    "looked": [
     0,
     5
    ],
    "flagged": [
     0,
     0
    ]
   },
   "c CWE-78": {
    "looked": [
     13,
     4
    ],
    "flagged": [
     13,
     4
    ]
   },
   "c CWE-79": {
    "looked": [
     1,
     2
    ],
    "flagged": [
     0,
     0
    ]
   }
  }
 },
 "gcc": {
  "version": "12.2.0",
  "rules": {
   "-Wanalyzer-double-free CWE-416": [
    6,
    0
   ],
   "-Wanalyzer-null-argument CWE-476": [
    2,
    0
   ],
   "-Wanalyzer-possible-null-argument CWE-476": [
    3,
    3
   ],
   "-Wanalyzer-possible-null-dereference CWE-476": [
    7,
    1
   ],
   "-Wformat-overflow= CWE-119": [
    3,
    0
   ],
   "-Wstringop-overflow= CWE-119": [
    3,
    0
   ],
   "-Wuse-after-free CWE-416": [
    4,
    0
   ]
  },
  "looks": {
   "c CWE-119": {
    "looked": [
     41,
     53
    ],
    "flagged": [
     6,
     0
    ]
   },
   "c CWE-190": {
    "looked": [
     9,
     8
    ],
    "flagged": [
     0,
     0
    ]
   },
   "c CWE-22": {
    "looked": [
     11,
     10
    ],
    "flagged": [
     0,
     0
    ]
   },
   "c CWE-416": {
    "looked": [
     14,
     17
    ],
    "flagged": [
     10,
     0
    ]
   },
   "c CWE-476": {
    "looked": [
     12,
     5
    ],
    "flagged": [
     10,
     3
    ]
   },
   "c CWE-732": {
    "looked": [
     0,
     5
    ],
    "flagged": [
     0,
     0
    ]
   },
   "c CWE-78": {
    "looked": [
     13,
     4
    ],
    "flagged": [
     0,
     0
    ]
   },
   "c CWE-79": {
    "looked": [
     1,
     2
    ],
    "flagged": [
     0,
     0
    ]
   }
  }
 },
 "ruff": {
  "version": "0.17.3",
  "rules": {
   "S105 CWE-798": [
    2,
    0
   ],
   "S106 CWE-798": [
    0,
    6
   ],
   "S202 CWE-22": [
    3,
    3
   ],
   "S506 CWE-502": [
    3,
    0
   ],
   "S602 CWE-78": [
    0,
    1
   ],
   "S605 CWE-78": [
    2,
    0
   ],
   "S608 CWE-89": [
    19,
    0
   ]
  },
  "looks": {
   "py CWE-119": {
    "looked": [
     0,
     26
    ],
    "flagged": [
     0,
     0
    ]
   },
   "py CWE-190": {
    "looked": [
     0,
     9
    ],
    "flagged": [
     0,
     0
    ]
   },
   "py CWE-20": {
    "looked": [
     3,
     9
    ],
    "flagged": [
     0,
     0
    ]
   },
   "py CWE-200": {
    "looked": [
     5,
     13
    ],
    "flagged": [
     0,
     0
    ]
   },
   "py CWE-22": {
    "looked": [
     6,
     9
    ],
    "flagged": [
     3,
     3
    ]
   },
   "py CWE-306": {
    "looked": [
     6,
     8
    ],
    "flagged": [
     0,
     0
    ]
   },
   "py CWE-416": {
    "looked": [
     0,
     5
    ],
    "flagged": [
     0,
     0
    ]
   },
   "py CWE-434": {
    "looked": [
     8,
     10
    ],
    "flagged": [
     0,
     0
    ]
   },
   "py CWE-476": {
    "looked": [
     0,
     9
    ],
    "flagged": [
     0,
     0
    ]
   },
   "py CWE-502": {
    "looked": [
     6,
     12
    ],
    "flagged": [
     3,
     0
    ]
   },
   "py CWE-522": {
    "looked": [
     7,
     10
    ],
    "flagged": [
     0,
     0
    ]
   },
   "py CWE-732": {
    "looked": [
     3,
     5
    ],
    "flagged": [
     0,
     0
    ]
   },
   "py CWE-78": {
    "looked": [
     2,
     10
    ],
    "flagged": [
     2,
     1
    ]
   },
   "py CWE-79": {
    "looked": [
     11,
     21
    ],
    "flagged": [
     0,
     0
    ]
   },
   "py CWE-798": {
    "looked": [
     2,
     12
    ],
    "flagged": [
     2,
     6
    ]
   },
   "py CWE-89": {
    "looked": [
     27,
     35
    ],
    "flagged": [
     19,
     0
    ]
   }
  }
 },
 "static": {
  "version": "1",
  "rules": {
   "c/command-injection CWE-78": [
    13,
    0
   ],
   "c/dangerous-function CWE-119": [
    0,
    1
   ],
   "c/double-free CWE-416": [
    6,
    0
   ],
   "c/integer-overflow CWE-190": [
    4,
    1
   ],
   "c/null-dereference CWE-476": [
    11,
    3
   ],
   "c/out-of-bounds-read CWE-119": [
    5,
    0
   ],
   "c/out-of-bounds-write CWE-119": [
    34,
    5
   ],
   "c/path-traversal CWE-22": [
    5,
    0
   ],
   "c/unchecked-result CWE-476": [
    2,
    1
   ],
   "c/use-after-free CWE-416": [
    12,
    0
   ],
   "python/archive-extraction CWE-22": [
    3,
    0
   ],
   "python/command-injection CWE-78": [
    2,
    0
   ],
   "python/cross-site-scripting CWE-79": [
    11,
    0
   ],
   "python/file-permissions CWE-732": [
    3,
    0
   ],
   "python/file-upload CWE-434": [
    6,
    0
   ],
   "python/hard-coded-secret CWE-798": [
    2,
    0
   ],
   "python/incomplete-url-check CWE-20": [
    0,
    1
   ],
   "python/missing-authentication CWE-306": [
    2,
    0
   ],
   "python/password-storage CWE-522": [
    6,
    0
   ],
   "python/path-traversal CWE-22": [
    3,
    0
   ],
   "python/sql-injection CWE-89": [
    27,
    0
   ],
   "python/unsafe-deserialization CWE-502": [
    3,
    0
   ]
  },
  "looks": {
   "c CWE-119": {
    "looked": [
     46,
     56
    ],
    "flagged": [
     38,
     6
    ]
   },
   "c CWE-190": {
    "looked": [
     12,
     11
    ],
    "flagged": [
     4,
     1
    ]
   },
   "c CWE-22": {
    "looked": [
     11,
     10
    ],
    "flagged": [
     5,
     0
    ]
   },
   "c CWE-416": {
    "looked": [
     14,
     17
    ],
    "flagged": [
     13,
     0
    ]
   },
   "c CWE-476": {
    "looked": [
     15,
     8
    ],
    "flagged": [
     11,
     4
    ]
   },
   "c CWE-732": {
    "looked": [
     0,
     5
    ],
    "flagged": [
     0,
     0
    ]
   },
   "c CWE-78": {
    "looked": [
     13,
     4
    ],
    "flagged": [
     13,
     0
    ]
   },
   "c CWE-79": {
    "looked": [
     1,
     2
    ],
    "flagged": [
     0,
     0
    ]
   },
   "py CWE-119": {
    "looked": [
     0,
     26
    ],
    "flagged": [
     0,
     0
    ]
   },
   "py CWE-190": {
    "looked": [
     0,
     9
    ],
    "flagged": [
     0,
     0
    ]
   },
   "py CWE-20": {
    "looked": [
     3,
     9
    ],
    "flagged": [
     0,
     1
    ]
   },
   "py CWE-200": {
    "looked": [
     5,
     13
    ],
    "flagged": [
     0,
     0
    ]
   },
   "py CWE-22": {
    "looked": [
     6,
     9
    ],
    "flagged": [
     6,
     0
    ]
   },
   "py CWE-306": {
    "looked": [
     6,
     8
    ],
    "flagged": [
     2,
     0
    ]
   },
   "py CWE-416": {
    "looked": [
     0,
     5
    ],
    "flagged": [
     0,
     0
    ]
   },
   "py CWE-434": {
    "looked": [
     8,
     10
    ],
    "flagged": [
     6,
     0
    ]
   },
   "py CWE-476": {
    "looked": [
     0,
     9
    ],
    "flagged": [
     0,
     0
    ]
   },
   "py CWE-502": {
    "looked": [
     6,
     12
    ],
    "flagged": [
     3,
     0
    ]
   },
   "py CWE-522": {
    "looked": [
     7,
     10
    ],
    "flagged": [
     6,
     0
    ]
   },
   "py CWE-732": {
    "looked": [
     3,
     5
    ],
    "flagged": [
     3,
     0
    ]
   },
   "py CWE-78": {
    "looked": [
     2,
     10
    ],
    "flagged": [
     2,
     0
    ]
   },
   "py CWE-79": {
    "looked": [
     11,
     21
    ],
    "flagged": [
     11,
     0
    ]
   },
   "py CWE-798": {
    "looked": [
     2,
     12
    ],
    "flagged": [
     2,
     0
    ]
   },
   "py CWE-89": {
    "looked": [
     27,
     35
    ],
    "flagged": [
     27,
     0
    ]
   }
  }
 }
};
