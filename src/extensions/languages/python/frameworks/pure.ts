import type { Framework } from '#engine/analysis/framework.ts';
import { listed } from '#engine/analysis/list-entries.ts';

/** Functions that depend on nothing but their arguments, and those that undo an encoding. */
export const PURE: Framework = {
  name: 'pure functions',
  exits: [
    'sys.exit',
    'os._exit',
    'os.abort',
    'exit',
    'quit',
    'flask.abort',
    'abort',
    'werkzeug.exceptions.abort',
    'bottle.abort',
    'pytest.fail',
    'pytest.skip',
  ],
  operations: {
    ...listed.names(
      'pure',
      'base64.b64encode base64.urlsafe_b64encode base64.standard_b64encode base64.b32encode base64.b16encode base64.encodebytes binascii.hexlify binascii.b2a_base64 urllib.parse.urlencode urllib.urlencode json.dumps json.loads html.escape codecs.encode re.sub re.split os.path.basename os.path.dirname os.path.normpath os.path.splitext os.path.split os.path.expanduser os.path.abspath os.path.realpath urllib.parse.urlparse urllib.parse.urlsplit urllib.parse.urlunparse urllib.parse.urlunsplit urllib.parse.urljoin enumerate zip min max sum filter map slice textwrap.fill string.capwords',
    ),
    ...listed.names(
      'restore',
      'base64.b64decode base64.urlsafe_b64decode base64.standard_b64decode base64.b32decode base64.b16decode base64.decodebytes binascii.unhexlify binascii.a2b_base64 html.unescape urllib.parse.unquote urllib.parse.unquote_plus urllib.unquote urllib.unquote_plus codecs.decode xml.sax.saxutils.unescape',
    ),
    ...listed.names('format-value', 'format'),
    ...listed.names('same', 'repr ascii io.StringIO().getvalue io.BytesIO().getvalue'),
    ...listed.names('text-append', 'io.StringIO().write io.BytesIO().write'),
    ...listed.names('map-get-nested', 'configparser.ConfigParser().get configparser.RawConfigParser().get'),
    ...listed.names('map-set-nested', 'configparser.ConfigParser().set configparser.RawConfigParser().set'),
    ...listed.names('fresh', 'configparser.ConfigParser().add_section configparser.RawConfigParser().add_section'),
  },
};
