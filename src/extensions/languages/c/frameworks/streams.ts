import type { CallFact } from '#engine/analysis/facts.ts';
import type { Framework } from '#engine/analysis/framework.ts';
import { TEXT_KINDS } from './text-kinds.ts';
import { writtenName } from '#engine/analysis/judges/written-name.ts';

const MANY = [0, 1, 2, 3, 4, 5, 6, 7];
const IN_STD = [
  'cin',
  'cout',
  'cerr',
  'clog',
  'string',
  'getline',
  'ifstream',
  'ofstream',
  'fstream',
  'ostringstream',
  'to_string',
  'stoi',
  'stol',
  'move',
  'make_unique',
  'make_shared',
  'regex_match',
  'all_of',
  'none_of',
  'any_of',
  'find',
  'stoul',
  'format',
];

function readsStandardInput(call: CallFact): boolean {
  return /^(?:std\.)?cin$/.test(writtenName(call.arguments[0]?.argument.value));
}

/** Texts and streams of C++. */
export const STREAMS: Framework = {
  name: 'streams',
  implicit: Object.fromEntries(IN_STD.map((name) => [name, `std.${name}`])),
  aliases: {
    'std.stringstream': 'std.ostringstream',
    'boost.filesystem': 'std.filesystem',
    fs: 'std.filesystem',
  },
  operations: {
    'std.string': 'same',
    'std.string_view': 'same',
    'std.move': 'same',
    'std.forward': 'same',
    '*.c_str': 'same',
    '*.data': 'same',
    '*.str': 'same',
    '*.string': 'same',
    '*.append': 'text-append',
    '*.operator<<': 'text-append',
    '*.length': 'length',
    '*.size': 'length',
    '*.substr': 'pure',
    '*.find_first_not_of': 'text-span',
    '*.find_first_of': 'text-find',
    'std.to_string': 'number',
    'std.stoi': 'number',
    'std.stol': 'number',
    'std.stoul': 'number',
    'std.stoll': 'number',
    'std.stod': 'number',
    'std.format': 'text-format',
    'fmt.format': 'text-format',
    'std.ostringstream': 'text-concat',
  },
  sources: [
    { value: 'std.cin.get()', kind: 'local', what: 'the standard input' },
    { value: 'crow.request.url_params.get()', kind: 'remote', what: 'the request' },
    { value: '*.get_param_value()', kind: 'remote', what: 'the request' },
  ],
  guards: [
    { callee: 'std.regex_match', argument: 0, when: true, kinds: TEXT_KINDS },
    { callee: 'std.all_of', argument: 0, when: true, kinds: TEXT_KINDS },
    { callee: 'std.none_of', argument: 0, when: true, kinds: TEXT_KINDS },
    { callee: 'std.any_of', argument: 0, when: false, kinds: TEXT_KINDS },
  ],
  fills: [
    { callee: 'std.cin.operator>>', to: MANY, how: 'source', kind: 'local', what: 'the standard input' },
    { callee: 'std.cin.getline', to: [0], how: 'source', kind: 'local', what: 'the standard input' },
    { callee: 'std.cin.read', to: [0], how: 'source', kind: 'local', what: 'the standard input' },
    {
      callee: 'std.getline',
      to: [1],
      how: 'source',
      kind: 'local',
      what: 'the standard input',
      when: readsStandardInput,
    },
    {
      callee: 'std.getline',
      to: [1],
      how: 'source',
      kind: 'file',
      what: 'a file',
      when: (call) => !readsStandardInput(call) && (call.argument(0)?.taints.length ?? 0) === 0,
    },
  ],
  propagators: [
    ...MANY.map((to) => ({ callee: '*.operator>>', from: ['receiver'] as const, to })),
    { callee: 'std.getline', from: [0], to: 1 },
  ],
};
