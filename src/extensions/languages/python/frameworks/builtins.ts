import type { Framework } from '#engine/analysis/framework.ts';
import { listed } from '#engine/analysis/list-entries.ts';
import { TEXT_KINDS } from '#engine/analysis/text-kinds.ts';

/** Functions and methods that need no import. */
export const BUILTINS: Framework = {
  name: 'builtins',
  aliases: {
    'builtins.open': 'open',
    'builtins.eval': 'eval',
    'builtins.exec': 'exec',
    'builtins.compile': 'compile',
    'builtins.getattr': 'getattr',
    'builtins.setattr': 'setattr',
    'builtins.input': 'input',
    'builtins.__import__': '__import__',
    '__builtins__.eval': 'eval',
    '__builtins__.exec': 'exec',
    'io.open': 'open',
    'codecs.open': 'open',
    file: 'open',
    unicode: 'str',
  },
  types: {
    'open()': 'io.File',
    'os.fdopen()': 'io.File',
    'gzip.open()': 'io.File',
    'bz2.open()': 'io.File',
    'lzma.open()': 'io.File',
    'tempfile.NamedTemporaryFile()': 'io.File',
    'tempfile.TemporaryFile()': 'io.File',
    'pathlib.Path.open()': 'io.File',
  },
  operations: {
    ...listed.names(
      'same',
      '*.encode *.decode *.copy *.expandtabs str bytes unicode list tuple set frozenset dict iter reversed sorted',
    ),
    ...listed.names('same', 'textwrap.dedent copy.copy copy.deepcopy str.encode str.decode'),
    ...listed.names('number', 'int float complex round ord long bool'),
    ...listed.names(
      'number',
      'os.cpu_count os.getpid os.getppid os.getuid time.time time.monotonic multiprocessing.cpu_count',
    ),
    ...listed.names('length', 'len'),
    ...listed.names('number', 'isinstance issubclass callable hasattr any all abs hash id'),
    ...listed.names('path-join', 'os.path.join posixpath.join ntpath.join pathlib.Path pathlib.PurePath *.joinpath'),
    ...listed.names('fresh', 'print range'),
    ...listed.names('import', '__import__ importlib.import_module'),
    ...listed.names('text-format', '*.format'),
    ...listed.names('text-join', '*.join'),
    ...listed.names('text-lower', '*.lower *.casefold'),
    ...listed.names('text-upper', '*.upper'),
    ...listed.names('text-strip', '*.strip *.lstrip *.rstrip'),
    ...listed.names('text-replace', '*.replace'),
    ...listed.names('text-split', '*.split *.rsplit *.splitlines'),
    ...listed.names('text-starts', '*.startswith'),
    ...listed.names('text-ends', '*.endswith'),
    ...listed.names('list-append', '*.append *.appendleft'),
    ...listed.names('list-extend', '*.extend'),
    ...listed.names('list-insert', '*.insert'),
    ...listed.names('list-pop', '*.pop'),
    ...listed.names('list-shift', '*.popleft'),
    ...listed.names('list-remove', '*.remove'),
    ...listed.names('map-get', '*.get'),
    ...listed.names('map-update', '*.update'),
    ...listed.names('map-values', '*.values'),
    ...listed.names('map-items', '*.items *.iteritems'),
  },
  plainTypes: {
    ...listed.names(
      'number',
      'int float bool complex decimal.Decimal uuid.UUID Decimal UUID datetime.datetime datetime.date',
    ),
    ...listed.names('text', 'str bytes'),
  },
  sources: [
    ...listed.sources('local', 'what is typed in', 'input() raw_input()'),
    ...listed.sources('file', 'the content of a file', 'io.File.read() io.File.readline() io.File.readlines()'),
  ],
  sinks: [
    ...listed.sinks('code', [0], 'eval exec execfile compile'),
    ...listed.sinks('path', [0, 'file'], 'open'),
    ...listed.sinks('reflection', [1], 'getattr setattr delattr'),
    ...listed.sinks('reflection', [0, 'name'], '__import__'),
    ...listed.sinks('format', ['receiver'], '*.format *.format_map'),
    ...listed.sinks('number', ['any'], 'range xrange bytearray'),
  ],
  sanitizers: [
    ...listed.sanitizers(TEXT_KINDS, 'int float complex round ord long'),
    ...listed.sanitizers('all', 'len bool isinstance issubclass hash id type callable hasattr any all'),
    ...listed.sanitizers('all', '*.isdigit *.isalnum *.isnumeric *.startswith *.endswith *.count *.index *.rfind'),
    ...listed.sanitizers(['number'], 'min', ({ arguments: given }) =>
      given.some(({ value }) => value.isFixed === true),
    ),
    ...listed.sanitizers(TEXT_KINDS, '*.bit_length *.total_seconds *.timestamp'),
    ...listed.sanitizers(['log', 'header', 'mail'], '*.splitlines repr ascii'),
    ...listed.sanitizers(['log', 'header', 'mail'], '*.replace *.translate', ({ argument }) =>
      removesLines(argument(0)?.constant?.value),
    ),
    ...listed.sanitizers(['html'], '*.replace', ({ argument }) => argument(0)?.constant?.value === '<'),
    ...listed.sanitizers(['sql'], '*.replace', ({ argument }) =>
      isDoubledQuote(argument(0)?.constant?.value, argument(1)?.constant?.value),
    ),
    ...listed.sanitizers(['xpath'], '*.replace', ({ argument }) => argument(0)?.constant?.value === "'"),
    ...listed.sanitizers(['path', 'archive'], '*.replace', ({ argument }) => isSlash(argument(0)?.constant?.value)),
    ...listed.sanitizers(TEXT_KINDS, '*.hexdigest *.digest'),
  ],
  propagators: [
    ...listed.propagators([], 'nothing', 'print'),
    // What a file holds is not what its path is made of.
    ...listed.propagators(
      [],
      'result',
      'open pathlib.Path.read_text pathlib.Path.read_bytes pathlib.Path.open *.read_text *.read_bytes',
    ),
    ...listed.propagators([0], 'result', 'compile'),
    ...listed.propagators([0], 'receiver', '*.append *.add *.appendleft *.update *.extend *.put *.write'),
    ...listed.propagators([1], 'receiver', '*.insert *.setdefault'),
  ],
  guards: [
    ...listed.guards(
      TEXT_KINDS,
      'receiver',
      true,
      '*.isdigit *.isnumeric *.isdecimal *.isalnum *.isalpha *.isidentifier',
    ),
    ...listed.guards(['url', 'redirect'], 'receiver', true, '*.startswith'),
    {
      callee: '*.startswith',
      argument: 'receiver',
      when: true,
      kinds: ['path', 'archive'],
      requires: [
        'os.path.realpath',
        'os.path.abspath',
        'os.path.normpath',
        'pathlib.Path.resolve',
        'pathlib.Path.absolute',
        'werkzeug.utils.secure_filename',
        '*.resolve',
        'str',
      ],
    },
    ...listed.guards(['path', 'archive', 'upload'], 'receiver', true, '*.is_relative_to'),
    // A text that ends with a quote is tested for being a literal.
    {
      callee: '*.endswith',
      argument: 'receiver',
      when: true,
      kinds: ['code'],
      given: ({ argument }): boolean => /^['"]$/.test(String(argument(0)?.constant?.value)),
    },
  ],
};

function removesLines(text: unknown): boolean {
  return typeof text === 'string' && /^(?:\r\n|\r|\n)$/.test(text);
}

function isDoubledQuote(from: unknown, to: unknown): boolean {
  return from === "'" && to === "''";
}

function isSlash(text: unknown): boolean {
  return text === '/' || text === '..' || text === '../';
}
