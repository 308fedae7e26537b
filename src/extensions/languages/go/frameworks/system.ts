import type { CallFact } from '#engine/analysis/facts.ts';
import type { Framework } from '#engine/analysis/framework.ts';
import { lastName } from '#engine/analysis/judges/written-name.ts';
import { listed } from '#engine/analysis/list-entries.ts';

const SHELL = /^(?:.*[/\\])?(?:sh|bash|zsh|dash|ksh|ash|cmd|cmd\.exe|powershell|powershell\.exe|pwsh)$/i;
/** Programs that run what their argument says. */
const EVALUATES = /^(?:.*[/\\])?(?:python[\d.]*|perl|ruby|node|php|awk|osascript|eval|ssh|su|xargs|env)$/;

/** Processes, files, archives, the environment and logs. */
export const SYSTEM: Framework = {
  name: 'system',
  annotations: {
    'archive/zip.File': 'archive/zip.File',
    'archive/zip.Reader': 'archive/zip.Reader',
    'archive/zip.ReadCloser': 'archive/zip.Reader',
    'archive/tar.Reader': 'archive/tar.Reader',
    'archive/tar.Header': 'archive/tar.Header',
    'os/exec.Cmd': 'os/exec.Cmd',
    'crypto/cipher.Block': 'crypto/cipher.Block',
    'bufio.Scanner': 'bufio.Scanner',
    'os.File': 'os.File',
  },
  types: {
    'archive/zip.OpenReader()': 'archive/zip.Reader',
    'archive/zip.NewReader()': 'archive/zip.Reader',
    'archive/zip.Reader.File[]': 'archive/zip.File',
    'archive/zip.Reader.File[].Name': 'archive/zip.File.Name',
    'archive/zip.Reader.File[].FileInfo': 'archive/zip.File.FileInfo',
    'archive/zip.File.FileHeader': 'archive/zip.File',
    'archive/zip.Reader.File[].FileHeader': 'archive/zip.File',
    'archive/tar.NewReader()': 'archive/tar.Reader',
    'archive/tar.Reader.Next()': 'archive/tar.Header',
    'os/exec.Command()': 'os/exec.Cmd',
    'os/exec.CommandContext()': 'os/exec.Cmd',
    'bufio.NewReader()': 'bufio.Reader',
    'bufio.NewScanner()': 'bufio.Scanner',
    'otto.New()': 'otto.Otto',
    'goja.New()': 'goja.Runtime',
    'interp.New()': 'interp.Interpreter',
    'log.New()': 'log.Logger',
    'log.Default()': 'log.Logger',
    'logrus.New()': 'log.Logger',
    'logrus.Logger': 'log.Logger',
    'logrus.Entry': 'log.Logger',
    'logrus.WithField()': 'log.Logger',
    'logrus.WithFields()': 'log.Logger',
    'zap.SugaredLogger': 'log.Logger',
    'zap.L().Sugar()': 'log.Logger',
    'zap.S()': 'log.Logger',
    'log.Logger.WithField()': 'log.Logger',
    'log.Logger.WithFields()': 'log.Logger',
    'zap.NewProduction().Sugar()': 'log.Logger',
  },
  sources: [
    ...listed.sources(
      'local',
      'an argument of the command line',
      'os.Args flag.Arg() flag.Args() flag.String() flag.Parse()',
    ),
    ...listed.sources('environment', 'the environment', 'os.Getenv() os.LookupEnv() os.Environ()'),
    ...listed.sources(
      'local',
      'the standard input',
      `os.Stdin bufio.Scanner.Text() bufio.Scanner.Bytes() bufio.Reader.ReadString() bufio.Reader.ReadLine()`,
    ),
    ...listed.sources('file', 'the name of a member of an archive', 'archive/zip.File.Name archive/tar.Header.Name'),
    ...listed.sources('file', 'the target of a link in an archive', 'archive/tar.Header.Linkname'),
    ...listed.sources('file', 'a file', 'os.ReadFile() io/ioutil.ReadFile()'),
  ],
  propagators: [
    ...listed.propagators(
      [],
      'nothing',
      'os.ReadFile io/ioutil.ReadFile os.Open os.Create os.OpenFile os.Stat os.Lstat archive/zip.OpenReader',
    ),
  ],
  sinks: [
    ...listed.sinks('shell', [2], 'os/exec.Command', (call) => isShell(call, 0)),
    ...listed.sinks('shell', [3], 'os/exec.CommandContext', (call) => isShell(call, 1)),
    ...listed.sinks('shell', [0], 'os/exec.Command syscall.Exec os.StartProcess syscall.ForkExec *.RunCommand'),
    ...listed.sinks('shell', [1], 'os/exec.CommandContext syscall.Exec os.StartProcess'),
    ...listed.sinks('shell', ['Path', 'Args'], 'os/exec.Cmd'),
    ...listed.sinks('shell', [0], 'ssh.Session.Run ssh.Session.Output ssh.Session.CombinedOutput ssh.Session.Start'),
    ...listed.sinks('argument', [1, 2, 3, 4, 5, 6, 7], 'os/exec.Command', (call) => !isShell(call, 0)),
    ...listed.sinks('argument', [2, 3, 4, 5, 6, 7], 'os/exec.CommandContext', (call) => !isShell(call, 1)),
    ...listed.sinks(
      'path',
      [0],
      `os.Open os.OpenFile os.Create os.ReadFile os.WriteFile os.Remove os.RemoveAll os.Mkdir os.MkdirAll os.ReadDir
       os.Chmod os.Chown os.Truncate os.Chdir io/ioutil.ReadFile io/ioutil.WriteFile io/ioutil.ReadDir
       path/filepath.Walk path/filepath.WalkDir archive/zip.OpenReader afero.ReadFile gzip.Open`,
    ),
    ...listed.sinks('path', [0, 1], 'os.Rename os.Link os.Symlink'),
    ...listed.sinks('path', ['any'], 'html/template.ParseFiles text/template.ParseFiles'),
    ...listed.sinks(
      'code',
      [0],
      `plugin.Open otto.Otto.Run otto.Otto.Eval goja.Runtime.RunString
      interp.Interpreter.Eval *.RunString *.DoString lua.NewState().DoString govaluate.NewEvaluableExpression expr.Eval`,
    ),
    ...listed.sinks('code', [1], 'expr.Eval v8go.Context.RunScript'),
    ...listed.sinks('reflection', [0], '*.MethodByName'),
    ...listed.sinks(
      'log',
      ['any'],
      `log.Print log.Printf log.Println log.Fatal log.Fatalf log.Fatalln log.Panic log.Panicf log.Panicln log.Logger.Print log.Logger.Printf log.Logger.Println
       log.Logger.Info log.Logger.Infof log.Logger.Warn log.Logger.Warnf log.Logger.Error log.Logger.Errorf log.Logger.Debug
       log.Logger.Debugf logrus.Info logrus.Infof logrus.Warn logrus.Warnf logrus.Error logrus.Errorf logrus.Debug
       logrus.Debugf logrus.Print logrus.Printf logrus.Println glog.Info glog.Infof glog.Error glog.Errorf klog.Info klog.Infof
       klog.Errorf klog.Warning klog.Warningf glog.Warning glog.Warningf log.Logger.Warning log.Logger.Warningf fmt.Fprintf`,
      (call) => call.names[0] !== 'fmt.Fprintf' || call.argument(0)?.name === 'os.Stderr',
    ),
    ...listed.sinks('log', [0], 'log/slog.Info log/slog.Warn log/slog.Error log/slog.Debug'),
    ...listed.sinks('environment', [0, 1], 'os.Setenv'),
    ...listed.sinks('mail', [4], 'net/smtp.SendMail'),
    ...listed.sinks('deserialize', [0], 'encoding/gob.NewDecoder'),
    ...listed.sinks('size', [1, 2], 'make'),
    ...listed.sinks('resource', [0], 'io.ReadAll io/ioutil.ReadAll time.Sleep'),
    ...listed.sinks('resource', [1], 'io.Copy strings.Repeat bytes.Repeat'),
    ...listed.sinks('resource', [0], '*.Repeat'),
  ],
  sanitizers: [
    ...listed.sanitizers(
      ['path', 'archive', 'upload'],
      'path/filepath.Base path.Base path.filepath.Base securejoin.SecureJoin filepath_securejoin.SecureJoin',
    ),
    ...listed.sanitizers(
      ['path', 'archive'],
      'path/filepath.Clean path.Clean path/filepath.Join path.Join',
      isFromRoot,
    ),
    ...listed.sanitizers(['path', 'archive'], 'path/filepath.Localize path/filepath.Ext path.Ext'),
    ...listed.sanitizers(['shell', 'argument'], 'shellescape.Quote shellquote.Join shellwords.Parse'),
    ...listed.sanitizers(['resource'], 'io.LimitReader net/http.MaxBytesReader'),
  ],
  guards: [
    ...listed.guards(['path', 'archive'], 0, true, 'path/filepath.IsLocal io/fs.ValidPath filepath.IsLocal'),
    {
      callee: '*.HasPrefix',
      argument: 'receiver',
      when: true,
      kinds: ['path', 'archive'],
      requires: [
        'path/filepath.Clean',
        'path/filepath.Join',
        'path/filepath.Abs',
        'path/filepath.EvalSymlinks',
        'path.Clean',
        'path.Join',
      ],
      given: endsOnSeparator,
    },
    // `filepath.Rel(base, path)` that does not lead upwards.
    {
      callee: '*.HasPrefix',
      argument: 'receiver',
      when: false,
      kinds: ['path', 'archive'],
      given: leadsUp,
    },
    {
      callee: '*.HasPrefix',
      argument: 'receiver',
      when: false,
      kinds: ['argument'],
      given: (call) => call.argument(0)?.constant?.value === '-',
    },
  ],
};

/** `/srv/files` is how `/srv/files-of-others` begins, too: the prefix of a folder has its separator at the end. */
function endsOnSeparator(call: CallFact): boolean {
  const prefix = call.argument(0);
  if (prefix === undefined) return false;
  const last = prefix.constant?.value ?? prefix.parts?.at(-1) ?? prefix;
  if (typeof last === 'string') return /[/\\]$/.test(last);
  if (typeof last !== 'object') return false;
  return /separator|prefix|slash|sep$/i.test(`${last.name ?? ''} ${lastName(prefix.origin)}`);
}

function leadsUp(call: CallFact): boolean {
  const prefix = call.argument(0);
  const start = prefix?.constant?.value ?? prefix?.parts?.[0];
  return typeof start === 'string' && start.startsWith('..');
}

/** Whether the program is one that reads a command out of its argument. */
function isShell(call: CallFact, position: number): boolean {
  const given = call.arguments.flatMap(({ argument, value }) =>
    argument.isSpread === true ? [...(value.fields?.values() ?? [])] : [value],
  );
  const program = given[position]?.constant?.value;
  const flag = given[position + 1]?.constant?.value;
  // A shell that a setting names: `exec.Command(r.Shell, "-c", command)`.
  if (program === undefined && /^(?:-l?c|\/[cC])$/.test(String(flag)))
    return /shell|^(?:bash|sh)(?:Path|Bin)?$/i.test(lastName(call.expression.arguments[position]?.value));
  if (typeof program !== 'string') return false;
  if (SHELL.test(program)) return typeof flag === 'string' && /^[-/]\w+/.test(flag);
  return EVALUATES.test(program) && typeof flag === 'string' && /^-{1,2}(?:c|e|eval|r|command)$/.test(flag);
}

/** What is put below the root before it is cleaned cannot lead out of it. */
function isFromRoot(call: CallFact): boolean {
  const first = call.argument(0);
  const start = first?.constant?.value ?? first?.parts?.[0];
  return typeof start === 'string' && /^[/\\]$/.test(start);
}
