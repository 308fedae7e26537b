import type { Framework } from '#engine/analysis/framework.ts';
import { listed } from '#engine/analysis/list-entries.ts';

const VERBS = ['get', 'post', 'put', 'patch', 'delete', 'head', 'options'];

/** Clients and servers: requests, httpx, urllib, urllib3, aiohttp's client, sockets, plain HTTP servers. */
export const NETWORK: Framework = {
  name: 'network',
  aliases: {
    urllib2: 'urllib.request',
    'urllib.urlopen': 'urllib.request.urlopen',
    'urllib.urlretrieve': 'urllib.request.urlretrieve',
    'urllib.URLopener': 'urllib.request.URLopener',
    'six.moves.urllib': 'urllib',
    'six.moves.urllib.request': 'urllib.request',
    'six.moves.urllib.parse': 'urllib.parse',
    'urllib.urlencode': 'urllib.parse.urlencode',
    'urllib.quote': 'urllib.parse.quote',
    'urllib.quote_plus': 'urllib.parse.quote_plus',
    'urllib.unquote': 'urllib.parse.unquote',
    'urlparse.urlparse': 'urllib.parse.urlparse',
    'urlparse.urljoin': 'urllib.parse.urljoin',
    'urlparse.urlsplit': 'urllib.parse.urlsplit',
    httplib: 'http.client',
    'requests.api': 'requests',
    'requests.sessions.Session': 'requests.Session',
    BaseHTTPServer: 'http.server',
    SimpleHTTPServer: 'http.server',
    'eventlet.green.urllib.request': 'urllib.request',
  },
  types: {
    'requests.Session()': 'requests.Session',
    'requests.session()': 'requests.Session',
    'httpx.Client()': 'httpx.Client',
    'httpx.AsyncClient()': 'httpx.Client',
    'urllib3.PoolManager()': 'urllib3.PoolManager',
    'urllib3.HTTPConnectionPool()': 'urllib3.PoolManager',
    'urllib3.ProxyManager()': 'urllib3.PoolManager',
    'aiohttp.ClientSession()': 'aiohttp.ClientSession',
    'http.client.HTTPConnection()': 'http.client.HTTPConnection',
    'http.client.HTTPSConnection()': 'http.client.HTTPConnection',
    'socket.socket()': 'socket.socket',
    'socket.socket.accept()': 'socket.Accepted',
    'socket.create_connection()': 'socket.socket',
    'httplib2.Http()': 'httplib2.Http',
    ...Object.fromEntries(
      ['requests', 'requests.Session', 'httpx', 'httpx.Client'].flatMap((client) =>
        [...VERBS, 'request'].map((verb) => [`${client}.${verb}()`, 'http.Response']),
      ),
    ),
    'urllib.request.urlopen()': 'http.Response',
  },
  parameters: { sock: 'socket.socket', conn_socket: 'socket.socket', client_socket: 'socket.socket' },
  sources: [
    ...listed.sources(
      'remote',
      'data from a socket',
      'socket.socket.recv() socket.socket.recvfrom() *.recv() *.recvfrom()',
    ),
    ...listed.sources(
      'remote',
      'the request',
      `http.server.BaseHTTPRequestHandler.path http.server.BaseHTTPRequestHandler.headers
       http.server.BaseHTTPRequestHandler.rfile http.server.SimpleHTTPRequestHandler.path
       http.server.SimpleHTTPRequestHandler.headers http.server.SimpleHTTPRequestHandler.rfile
       http.server.BaseHTTPRequestHandler.requestline socketserver.StreamRequestHandler.rfile`,
    ),
    ...listed.sources(
      'file',
      'what another server answers',
      'http.Response.text http.Response.content http.Response.json() http.Response.read() http.Response.raw http.Response.iter_content()',
    ),
  ],
  sinks: [
    ...VERBS.flatMap((verb) =>
      listed.sinks(
        'url',
        [0, 'url'],
        `requests.${verb} requests.Session.${verb} httpx.${verb} httpx.Client.${verb} aiohttp.ClientSession.${verb}`,
      ),
    ),
    ...listed.sinks('url', [0, 'url'], 'aiohttp.ClientSession.ws_connect pandas.read_html wget.download'),
    ...listed.sinks(
      'url',
      [1, 'url'],
      `requests.request requests.Session.request httpx.request httpx.stream httpx.Client.request httpx.Client.stream
       urllib3.PoolManager.request urllib3.request aiohttp.ClientSession.request aiohttp.request
       urllib3.PoolManager.urlopen requests.Request`,
    ),
    ...listed.sinks(
      'url',
      [0, 'url', 'fullurl'],
      `urllib.request.urlopen urllib.request.urlretrieve urllib.request.Request urllib.request.URLopener().open
       urllib.request.build_opener().open httplib2.Http.request feedparser.parse tornado.httpclient.AsyncHTTPClient().fetch`,
    ),
    ...listed.sinks('url', [0, 'host'], 'http.client.HTTPConnection http.client.HTTPSConnection'),
    ...listed.sinks('url', [1], 'pycurl.Curl().setopt'),
    ...listed.sinks('resource', [0, 'address'], 'socket.socket.bind socket.socket.connect socket.create_connection'),
    ...listed.sinks('resource', [0, 'host'], 'ftplib.FTP smtplib.SMTP smtplib.SMTP_SSL telnetlib.Telnet imaplib.IMAP4'),
    ...listed.sinks(
      'header',
      [0, 1],
      'http.server.BaseHTTPRequestHandler.send_header http.server.SimpleHTTPRequestHandler.send_header *.send_header',
    ),
    ...listed.sinks(
      'html',
      [0],
      'http.server.BaseHTTPRequestHandler.wfile.write http.server.SimpleHTTPRequestHandler.wfile.write *.wfile.write',
    ),
  ],
  sanitizers: [],
  routeClasses: [
    { base: 'http.server.BaseHTTPRequestHandler', methods: ['do_GET', 'do_POST', 'do_PUT', 'do_DELETE', 'do_HEAD'] },
    { base: 'http.server.SimpleHTTPRequestHandler', methods: ['do_GET', 'do_POST', 'do_PUT', 'do_DELETE', 'do_HEAD'] },
  ],
};
