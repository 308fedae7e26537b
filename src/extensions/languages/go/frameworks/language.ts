import type { CallFact } from '#engine/analysis/facts.ts';
import type { Framework } from '#engine/analysis/framework.ts';
import { listed } from '#engine/analysis/list-entries.ts';
import { TEXT_KINDS } from '#engine/analysis/text-kinds.ts';

const NUMBERS = `int int8 int16 int32 int64 uint uint8 uint16 uint32 uint64 uintptr float32 float64 bool rune byte
  complex64 complex128`;

/** The language itself, its texts and its numbers. */
export const LANGUAGE: Framework = {
  name: 'language',
  plainTypes: {
    ...listed.names('number', `${NUMBERS} time.Duration time.Month`),
    ...listed.names('text', 'string []byte any interface{}'),
  },
  annotations: {
    ...same(`context.Context time.Time testing.T testing.B sync.WaitGroup sync.Mutex sync.RWMutex log.Logger
      log/slog.Logger zap.Logger zap.SugaredLogger logrus.Logger logrus.Entry`),
  },
  operations: {
    ...listed.names('number', NUMBERS),
    ...listed.names('number', 'strconv.Atoi strconv.ParseInt strconv.ParseUint strconv.ParseFloat strconv.ParseBool'),
    ...listed.names('same', 'strconv.Itoa strconv.FormatInt strconv.FormatUint strconv.FormatBool *.String'),
    ...listed.names('same', 'bytes.Clone strings.Clone os.FileMode io/fs.FileMode'),
    ...listed.names('length', 'len cap utf8.RuneCountInString unicode/utf8.RuneCountInString'),
    ...listed.names('pure', 'min max path/filepath.Clean path.Clean'),
    ...listed.names('restore', 'html.UnescapeString net/url.QueryUnescape net/url.PathUnescape'),
    ...listed.names('text-percent', 'fmt.Sprintf'),
    ...listed.names('text-append', '*.WriteString *.WriteByte *.WriteRune'),
    ...listed.names('path-join', 'path/filepath.Join path.Join'),
    ...listed.names('text-starts', '*.HasPrefix'),
    ...listed.names('text-ends', '*.HasSuffix'),
    ...listed.names('text-strip', '*.TrimSpace *.Trim *.TrimLeft *.TrimRight *.TrimPrefix *.TrimSuffix'),
    ...listed.names('text-lower', '*.ToLower'),
    ...listed.names('text-upper', '*.ToUpper *.Title'),
    ...listed.names('text-replace', '*.ReplaceAll *.Replace'),
    ...listed.names('text-split', '*.Split *.SplitN *.Fields'),
    ...listed.names('list-join', '*.Join'),
    ...listed.names('fresh', 'time.Now time.Since len cap recover'),
  },
  exits: [
    'panic',
    'os.Exit',
    'log.Fatal',
    'log.Fatalf',
    'log.Fatalln',
    'log.Panic',
    'log.Panicf',
    'log.Panicln',
    'runtime.Goexit',
    'logrus.Fatal',
    'logrus.Fatalf',
  ],
  sanitizers: [
    ...listed.sanitizers(TEXT_KINDS, NUMBERS),
    ...listed.sanitizers(
      TEXT_KINDS,
      'strconv.Atoi strconv.ParseInt strconv.ParseUint strconv.ParseFloat strconv.ParseBool time.Parse time.ParseDuration',
    ),
    ...listed.sanitizers(
      TEXT_KINDS,
      'uuid.Parse uuid.MustParse uuid.FromString net/mail.ParseAddress primitive.ObjectIDFromHex',
    ),
    ...listed.sanitizers(
      ['sql', 'shell', 'argument', 'path', 'html', 'log', 'header', 'ldap'],
      'net.ParseIP net.ParseCIDR netip.ParseAddr net/netip.ParseAddr',
    ),
    ...listed.sanitizers(['log', 'header', 'csv'], 'strconv.Quote strconv.QuoteToASCII'),
    ...listed.sanitizers(['log', 'header'], '*.ReplaceAll *.Replace', removesLines),
    ...listed.sanitizers(['path', 'archive'], '*.ReplaceAll', removesSteps),
    ...listed.sanitizers(TEXT_KINDS, 'encoding/hex.EncodeToString'),
    ...listed.sanitizers(TEXT_KINDS, 'crypto/sha256.Sum256 crypto/sha512.Sum512 crypto/md5.Sum crypto/sha1.Sum'),
    ...listed.sanitizers(
      ['sql', 'shell', 'path', 'html', 'log', 'header', 'ldap', 'xpath'],
      'encoding/base64.StdEncoding.EncodeToString encoding/base64.URLEncoding.EncodeToString encoding/base64.RawURLEncoding.EncodeToString',
    ),
  ],
  propagators: [
    ...listed.propagators([1], 0, 'copy'),
    ...listed.propagators(
      [0],
      1,
      'encoding/json.Unmarshal encoding/xml.Unmarshal yaml.Unmarshal toml.Unmarshal proto.Unmarshal',
    ),
    ...listed.propagators(['receiver'], 0, '*.Decode *.Read *.ReadFull'),
    ...listed.propagators([0], 1, 'io.ReadFull fmt.Sscan fmt.Fscan'),
    ...listed.propagators([0], 2, 'fmt.Sscanf fmt.Fscanf'),
  ],
  guards: [
    { callee: '*.MatchString', argument: 0, when: true, kinds: 'all', given: isStrict },
    { callee: 'regexp.MatchString', argument: 1, when: true, kinds: 'all', given: isStrict },
    { callee: '*.ContainsAny', argument: 'receiver', when: false, kinds: ['path', 'archive'], given: hasSlash },
    { callee: '*.ContainsAny', argument: 'receiver', when: false, kinds: ['log', 'header'], given: hasLine },
    { callee: '*.ContainsAny', argument: 'receiver', when: false, kinds: ['xpath'], given: hasQuotes },
    { callee: '*.ContainsAny', argument: 'receiver', when: false, kinds: ['shell'], given: hasShellSigns },
    ...listed.guards('all', 0, true, 'unicode.IsDigit unicode.IsLetter'),
  ],
};

function same(names: string): Record<string, string> {
  return Object.fromEntries(names.split(/\s+/).map((name) => [name, name]));
}

function constantText(call: CallFact, position: number): string {
  const value = call.argument(position)?.constant?.value;
  return typeof value === 'string' ? value : '';
}

function removesLines(call: CallFact): boolean {
  if (call.receiver?.name === 'strings.NewReplacer()') return true;
  return /[\r\n]/.test(constantText(call, 0));
}

function removesSteps(call: CallFact): boolean {
  return /^(?:\/|\\)$/.test(constantText(call, 0));
}

function hasSlash(call: CallFact): boolean {
  return /[/\\]/.test(constantText(call, 0));
}

function hasLine(call: CallFact): boolean {
  return /[\r\n]/.test(constantText(call, 0));
}

function hasQuotes(call: CallFact): boolean {
  return constantText(call, 0).includes("'");
}

function hasShellSigns(call: CallFact): boolean {
  return /[;&|`$]/.test(constantText(call, 0));
}

/** Whether a pattern speaks of the whole text and lists the characters that it may have. */
function isStrict(call: CallFact): boolean {
  const pattern = patternOf(call);
  if (pattern === undefined) return true;
  if (!/^(?:\(\?[a-z]+\))?(?:\^|\\A)/.test(pattern) || !/(?:\$|\\z)$/.test(pattern)) return false;
  const outside = pattern.replace(/\\[^SWD]/g, '').replace(/\[(?!\^)[^\]]*\]/g, '');
  return !/\.|\[\^|\\[SWD]/.test(outside);
}

function patternOf(call: CallFact): string | undefined {
  if (call.names[0] === 'regexp.MatchString') return constantText(call, 0);
  const origin = call.receiver?.origin;
  const first = origin?.kind === 'call' ? origin.arguments[0]?.value : undefined;
  return first?.kind === 'literal' && typeof first.value === 'string' ? first.value : undefined;
}
