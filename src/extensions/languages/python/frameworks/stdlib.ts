import { isStrictMatch } from './strict-match.ts';
import type { Framework } from '#engine/analysis/framework.ts';
import { listed } from '#engine/analysis/list-entries.ts';
import { TEXT_KINDS } from '#engine/analysis/text-kinds.ts';

/** The standard library, as far as it is neither files, processes, networks nor XML. */
export const STDLIB: Framework = {
  name: 'stdlib',
  aliases: {
    cPickle: 'pickle',
    _pickle: 'pickle',
    cloudpickle: 'pickle',
    'six.moves.cPickle': 'pickle',
    imp: 'importlib',
    'logging.warn': 'logging.warning',
    'collections.abc': 'collections',
  },
  implicit: {
    logger: 'logging.Logger',
    log: 'logging.Logger',
    LOG: 'logging.Logger',
    _logger: 'logging.Logger',
    LOGGER: 'logging.Logger',
    Path: 'pathlib.Path',
  },
  parameters: { logger: 'logging.Logger', log: 'logging.Logger' },
  types: {
    'logging.getLogger()': 'logging.Logger',
    'logging.Logger.getChild()': 'logging.Logger',
    '*.logger': 'logging.Logger',
    '*.log': 'logging.Logger',
    '*._logger': 'logging.Logger',
    'pickle.Unpickler()': 'pickle.Unpickler',
    'csv.writer()': 'csv.Writer',
    'csv.DictWriter()': 'csv.Writer',
    'argparse.ArgumentParser()': 'argparse.ArgumentParser',
    'optparse.OptionParser()': 'argparse.ArgumentParser',
    'shelve.open()': 'shelve.Shelf',
    'string.Template()': 'string.Template',
    'email.message.EmailMessage()': 'email.Message',
    'email.message.Message()': 'email.Message',
    'email.mime.multipart.MIMEMultipart()': 'email.Message',
    'email.mime.text.MIMEText()': 'email.Message',
    'smtplib.SMTP()': 'smtplib.SMTP',
    'smtplib.SMTP_SSL()': 'smtplib.SMTP',
  },
  sources: [
    ...listed.sources('local', 'an argument of the command line', 'sys.argv'),
    ...listed.sources(
      'local',
      'an argument of the command line',
      'argparse.ArgumentParser.parse_args() argparse.ArgumentParser.parse_known_args() getopt.getopt() docopt.docopt()',
    ),
    ...listed.sources('local', 'standard input', 'sys.stdin fileinput.input()'),
    ...listed.sources('local', 'what is typed in', 'getpass.getpass() click.prompt()'),
    ...listed.sources('environment', 'an environment variable', 'os.environ os.getenv()'),
    ...listed.sources('remote', 'a form of a CGI request', 'cgi.FieldStorage() cgi.parse()'),
    ...listed.sources('error', 'a stack trace', 'traceback.format_exc() traceback.format_exception() sys.exc_info()'),
  ],
  sinks: [
    ...listed.sinks(
      'code',
      [0, 'source'],
      'code.InteractiveInterpreter().runsource code.InteractiveInterpreter().runcode',
    ),
    ...listed.sinks(
      'code',
      [0],
      'pandas.eval numexpr.evaluate sympy.sympify sympy.parsing.sympy_parser.parse_expr sympy.parse_expr',
    ),
    ...listed.sinks('code', [0, 'stmt'], 'timeit.timeit timeit.Timer cProfile.run profile.run'),
    ...listed.sinks('reflection', [0, 'name'], 'importlib.import_module importlib.load_module importlib.load_source'),
    ...listed.sinks('reflection', [0], 'operator.attrgetter operator.methodcaller pydoc.locate pkgutil.find_loader'),
    ...listed.sinks('reflection', [1, 'location'], 'importlib.util.spec_from_file_location'),
    ...listed.sinks('deserialize', [0], 'pickle.load pickle.loads pickle.Unpickler marshal.load marshal.loads'),
    ...listed.sinks('deserialize', [0, 'filename'], 'shelve.open shelve.DbfilenameShelf'),
    ...listed.sinks(
      'log',
      ['any'],
      `logging.debug logging.info logging.warning logging.error logging.critical logging.exception logging.log
       logging.Logger.debug logging.Logger.info logging.Logger.warning logging.Logger.warn logging.Logger.error
       logging.Logger.critical logging.Logger.exception logging.Logger.log syslog.syslog warnings.warn`,
    ),
    ...listed.sinks(
      'regex',
      [0, 'pattern'],
      're.compile re.match re.search re.fullmatch re.findall re.finditer re.sub re.subn re.split regex.compile regex.match regex.search',
    ),
    ...listed.sinks('csv', [0], 'csv.Writer.writerow csv.Writer.writerows'),
    ...listed.sinks('mail', [1, 2, 'to_addrs', 'msg'], 'smtplib.SMTP.sendmail'),
    ...listed.sinks('mail', [1], 'email.Message.add_header email.Message.replace_header'),
    ...listed.sinks('number', ['any'], 'time.sleep itertools.repeat'),
    ...listed.sinks('format', [0], 'string.Formatter().format string.Formatter().vformat string.Template'),
  ],
  sanitizers: [
    ...listed.sanitizers(['html', 'xml'], 'html.escape cgi.escape xml.sax.saxutils.escape xml.sax.saxutils.quoteattr'),
    ...listed.sanitizers(['regex'], 're.escape regex.escape'),
    ...listed.sanitizers(['shell', 'argument'], 'shlex.quote pipes.quote'),
    ...listed.sanitizers(
      ['path', 'header', 'url', 'redirect', 'html', 'log', 'sql', 'xpath', 'ldap', 'shell', 'xml'],
      'urllib.parse.quote_plus urllib.quote_plus urllib.parse.urlencode urllib.urlencode',
    ),
    ...listed.sanitizers(
      ['header', 'html', 'log', 'sql', 'xpath', 'xml', 'shell', 'url'],
      'urllib.parse.quote urllib.quote six.moves.urllib.parse.quote',
    ),
    ...listed.sanitizers(
      TEXT_KINDS,
      'uuid.UUID decimal.Decimal ipaddress.ip_address ipaddress.ip_network datetime.datetime.strptime',
    ),
    ...listed.sanitizers(
      TEXT_KINDS,
      'uuid.uuid4 uuid.uuid1 secrets.token_hex secrets.token_urlsafe time.time time.strftime',
    ),
    ...listed.sanitizers(['log', 'header', 'html', 'xml'], 'json.dumps', () => false),
    ...listed.sanitizers(['log', 'header'], 'json.dumps base64.b64encode base64.urlsafe_b64encode binascii.hexlify'),
    ...listed.sanitizers(
      ['sql', 'shell', 'html', 'path', 'xpath', 'ldap'],
      'base64.urlsafe_b64encode binascii.hexlify',
    ),
    ...listed.sanitizers(['sql', 'shell', 'html', 'xpath', 'ldap'], 'base64.b64encode'),
    ...listed.sanitizers(['code'], 'ast.literal_eval'),
    ...listed.sanitizers(['deserialize'], 'pickle.dumps dill.dumps marshal.dumps'),
    ...listed.sanitizers(['reflection'], 'ast.literal_eval'),
  ],
  guards: [
    // Data whose signature was compared comes from whoever has the key.
    ...listed.guards(['deserialize', 'code'], 'any', true, 'hmac.compare_digest secrets.compare_digest'),
    ...['re.fullmatch', 're.match', 're.search'].map((callee) => ({
      callee,
      argument: 1,
      when: true,
      kinds: TEXT_KINDS,
      given: isStrictMatch,
    })),
    ...['fullmatch', 'match', 'search'].map((method) => ({
      callee: `re.compile().${method}`,
      argument: 0,
      when: true,
      kinds: TEXT_KINDS,
      given: isStrictMatch,
    })),
    ...listed.guards(['redirect', 'url'], 0, true, 'urllib.parse.urlparse urllib.parse.urlsplit urlparse.urlparse'),
  ],
};
