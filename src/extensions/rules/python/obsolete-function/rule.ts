import { calleeName } from '#engine/analysis/judges/callee-name.ts';
import type { Rule } from '#engine/analysis/rule.ts';

/** Functions that are gone or deprecated, and what took their place. Python's own documentation of each version. */
const OBSOLETE: Readonly<Record<string, string>> = {
  'time.clock': 'time.perf_counter or time.process_time',
  'os.popen2': 'subprocess',
  'os.popen3': 'subprocess',
  'os.popen4': 'subprocess',
  'os.tempnam': 'tempfile',
  'os.tmpnam': 'tempfile',
  'os.tmpfile': 'tempfile',
  'os.getcwdu': 'os.getcwd',
  'os.errno': 'errno',
  'popen2.popen2': 'subprocess',
  'popen2.popen3': 'subprocess',
  'commands.getoutput': 'subprocess',
  'commands.getstatusoutput': 'subprocess',
  'cgi.escape': 'html.escape',
  'cgi.parse_qs': 'urllib.parse.parse_qs',
  'cgi.parse_qsl': 'urllib.parse.parse_qsl',
  'md5.new': 'hashlib',
  'md5.md5': 'hashlib',
  'sha.new': 'hashlib',
  'string.join': "the method 'join'",
  'string.replace': "the method 'replace'",
  'string.maketrans': 'str.maketrans',
  'imp.load_source': 'importlib',
  'imp.load_module': 'importlib',
  'imp.find_module': 'importlib',
  'platform.linux_distribution': 'the package distro',
  'platform.dist': 'the package distro',
  'platform.popen': 'subprocess',
  'inspect.getargspec': 'inspect.getfullargspec',
  'collections.Mapping': 'collections.abc.Mapping',
  'thread.start_new_thread': 'threading',
  'gettext.lgettext': 'gettext.gettext',
  'base64.encodestring': 'base64.encodebytes',
  'base64.decodestring': 'base64.decodebytes',
  'xml.etree.cElementTree.parse': 'xml.etree.ElementTree',
  'ssl.wrap_socket': 'ssl.SSLContext.wrap_socket',
  'ssl.match_hostname': 'ssl.SSLContext.check_hostname',
  'asyncio.async': 'asyncio.ensure_future',
  'html.parser.HTMLParser.unescape': 'html.unescape',
  'urllib.urlopen': 'urllib.request.urlopen',
  'urllib.urlencode': 'urllib.parse.urlencode',
  'pipes.quote': 'shlex.quote',
  'crypt.crypt': 'a package for hashing passwords',
};

/** Gone from Python 3 altogether. */
const GONE: ReadonlySet<string> = new Set([
  'time.clock',
  'os.popen2',
  'os.popen3',
  'os.popen4',
  'os.tempnam',
  'os.tmpnam',
  'cgi.escape',
  'popen2.popen2',
  'popen2.popen3',
  'commands.getoutput',
  'commands.getstatusoutput',
  'md5.new',
  'md5.md5',
  'sha.new',
  'platform.linux_distribution',
  'platform.dist',
  'os.getcwdu',
]);

export const rule: Rule = {
  id: 'python/obsolete-function',
  languages: ['python'],
  cwes: ['CWE-477'],
  title: 'Obsolete function',
  severity: 'low',
  rationale: 'An obsolete function is no longer maintained, and programs that use it fail with a newer Python.',
  remediation: 'Use the function that took its place.',
  references: ['https://cwe.mitre.org/data/definitions/477.html', 'https://docs.python.org/3/whatsnew/'],
  stage: 'stable',

  check: ({ calls }, report) => {
    for (const call of calls) {
      const name = calleeName(call);
      const instead = Object.hasOwn(OBSOLETE, name) ? OBSOLETE[name] : undefined;
      if (instead === undefined) continue;
      report(call.at, {
        message: `'${name}' is obsolete since ${instead} took its place.`,
        confidence: GONE.has(name) && !call.isInTry ? 'medium' : 'low',
        remediation: `Use ${instead}.`,
      });
    }
  },
};
