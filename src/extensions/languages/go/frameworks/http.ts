import type { CallFact } from '#engine/analysis/facts.ts';
import type { Framework } from '#engine/analysis/framework.ts';
import { lastName } from '#engine/analysis/judges/written-name.ts';
import { listed } from '#engine/analysis/list-entries.ts';

/** The standard library's server, client and addresses, with gorilla/mux and chi. */
export const HTTP: Framework = {
  name: 'http',
  annotations: {
    'net/http.Request': 'net/http.Request',
    'net/http.ResponseWriter': 'net/http.ResponseWriter',
    'net/http.Client': 'net/http.Client',
    'net/http.Handler': 'net/http.Handler',
    'net/http.HandlerFunc': 'net/http.HandlerFunc',
    'net/http.ServeMux': 'net/http.ServeMux',
    'mux.Router': 'mux.Router',
    'mime/multipart.FileHeader': 'mime/multipart.FileHeader',
    'websocket.Conn': 'websocket.Conn',
    'resty.Client': 'resty.Client',
  },
  types: {
    'net/http.Client()': 'net/http.Client',
    'net/http.DefaultClient': 'net/http.Client',
    'net/http.NewServeMux()': 'net/http.ServeMux',
    'net/http.Request.WithContext()': 'net/http.Request',
    'net/http.Request.FormFile().1': 'mime/multipart.FileHeader',
    'mux.NewRouter()': 'mux.Router',
    'mux.Router.PathPrefix().Subrouter()': 'mux.Router',
    'chi.NewRouter()': 'chi.Router',
    'net/http.Cookie()': 'net/http.Cookie',
    'net/http.Server()': 'net/http.Server',
    'net/http.Transport()': 'net/http.Transport',
    'websocket.Upgrader()': 'websocket.Upgrader',
    'resty.New()': 'resty.Client',
    'websocket.Upgrader.Upgrade()': 'websocket.Conn',
  },
  sources: [
    ...listed.sources('remote', 'the query string', 'net/http.Request.URL.Query() net/http.Request.URL.RawQuery'),
    ...listed.sources('remote', 'the address of the request', 'net/http.Request.URL net/http.Request.RequestURI'),
    ...listed.sources(
      'remote',
      'the path of the request',
      'net/http.Request.URL.Path net/http.Request.URL.RawPath net/http.Request.URL.EscapedPath()',
    ),
    ...listed.sources(
      'remote',
      'a form field',
      `net/http.Request.FormValue() net/http.Request.PostFormValue() net/http.Request.Form net/http.Request.PostForm
       net/http.Request.MultipartForm`,
    ),
    ...listed.sources(
      'remote',
      'a header',
      `net/http.Request.Header net/http.Request.UserAgent() net/http.Request.Referer() net/http.Request.Host
       net/http.Request.BasicAuth()`,
    ),
    ...listed.sources('remote', 'a cookie', 'net/http.Request.Cookie() net/http.Request.Cookies()'),
    ...listed.sources('remote', 'the body of the request', 'net/http.Request.Body net/http.Request.MultipartReader()'),
    ...listed.sources('remote', 'an uploaded file', 'net/http.Request.FormFile()'),
    ...listed.sources('remote', 'the name of an uploaded file', 'mime/multipart.FileHeader.Filename'),
    ...listed.sources(
      'remote',
      'a part of the path',
      'net/http.Request.PathValue() mux.Vars() chi.URLParam() httprouter.Params.ByName() httprouter.ParamsFromContext()',
    ),
    ...listed.sources('remote', 'a message of the socket', 'websocket.Conn.ReadMessage() websocket.Conn.ReadJSON()'),
    { value: 'net/http.Request', kind: 'remote', what: 'something of the request', isCarrier: true },
  ],
  sinks: [
    ...listed.sinks('url', [0], 'net/http.Get net/http.Head net/http.Post net/http.PostForm'),
    ...listed.sinks(
      'url',
      [0],
      'net/http.Client.Get net/http.Client.Head net/http.Client.Post net/http.Client.PostForm websocket.Dial',
    ),
    ...listed.sinks('url', [0], '*.Get *.Head *.Post *.PostForm', isOnClient),
    ...listed.sinks('url', [1], 'net/http.NewRequest net.Dial net.DialTimeout tls.Dial crypto/tls.Dial'),
    ...listed.sinks('url', [2], 'net/http.NewRequestWithContext'),
    ...listed.sinks(
      'url',
      [0],
      'resty.Client.R().Get resty.Client.R().Post resty.Client.R().Put resty.Client.R().Head resty.Client.R().Delete',
    ),
    ...listed.sinks('url', [1], 'resty.Client.R().Execute'),
    ...listed.sinks('url', [0], 'net/http/httputil.NewSingleHostReverseProxy'),
    ...listed.sinks('redirect', [2], 'net/http.Redirect'),
    ...listed.sinks('redirect', [1], '*.Set *.Add', isLocation),
    ...listed.sinks('html', [0], 'net/http.ResponseWriter.Write net/http.ResponseWriter.WriteString'),
    ...listed.sinks('html', [1, 2, 3, 4], 'fmt.Fprintf fmt.Fprint fmt.Fprintln io.WriteString', writesToResponse),
    ...listed.sinks(
      'html',
      [0],
      `html/template.HTML html/template.JS html/template.JSStr html/template.URL html/template.CSS html/template.HTMLAttr
       html/template.Srcset`,
    ),
    ...listed.sinks('html', [1, 2], '*.Execute *.ExecuteTemplate', isPlainTemplate),
    ...listed.sinks(
      'template',
      [0],
      'html/template.Template.Parse text/template.Template.Parse html/template.New().Parse text/template.New().Parse',
    ),
    ...listed.sinks('path', [2], 'net/http.ServeFile'),
    ...listed.sinks('path', [0], 'net/http.Dir'),
  ],
  sanitizers: [
    ...listed.sanitizers(
      ['html', 'template', 'xml', 'mail'],
      `html.EscapeString html/template.HTMLEscapeString html/template.JSEscapeString html/template.HTMLEscaper
       text/template.HTMLEscapeString template.HTMLEscapeString html/template.URLQueryEscaper`,
    ),
    ...listed.sanitizers(
      ['url', 'html', 'redirect', 'header', 'path', 'log'],
      'net/url.QueryEscape net/url.PathEscape',
    ),
    ...listed.sanitizers(['html', 'log'], 'encoding/json.Marshal encoding/json.MarshalIndent encoding/xml.Marshal'),
    ...listed.sanitizers(['url', 'redirect', 'html', 'log', 'header'], '*.Encode'),
  ],
  routes: [
    {
      callee: 'net/http.HandleFunc',
      handlers: 'all-functions',
      parameterTypes: ['net/http.ResponseWriter', 'net/http.Request'],
    },
    ...listed.routes(
      { handlers: 'all-functions', parameterTypes: ['net/http.ResponseWriter', 'net/http.Request'] },
      `net/http.ServeMux.HandleFunc mux.Router.HandleFunc *.HandleFunc chi.Router.Get chi.Router.Post chi.Router.Put
       chi.Router.Delete chi.Router.Patch net/http.HandlerFunc`,
    ),
  ],
};

/** A client of which no type is known, given a whole address: clients of stores are given keys. */
function isOnClient({ expression: { callee, arguments: given } }: CallFact): boolean {
  if (callee.kind !== 'member' || !/^(?:\w*http\w*|\w*Client|client|hc|fetcher)$/i.test(lastName(callee.object)))
    return false;
  if (/redis|cache|store|consul|etcd|s3|kube|k8s|db/i.test(lastName(callee.object))) return false;
  const address = given[0]?.value;
  const name = lastName(address?.kind === 'call' ? address.callee : address);
  return /ur[il]|addr|link|target|endpoint|href|feed|hook|callback|src|^(?:location|String|dest\w*)$/i.test(name);
}

/** `w.Header().Set("Location", address)`. */
function isLocation(call: CallFact): boolean {
  const name = call.argument(0)?.constant?.value;
  return typeof name === 'string' && name.toLowerCase() === 'location';
}

/** Whether what is written goes to the one who asked. */
function writesToResponse(call: CallFact): boolean {
  const name = call.argument(0)?.name;
  return name !== undefined && /(?:^|\.)ResponseWriter$|\.Response\(\)(?:\.Writer)?$|^gin\.Context\.Writer$/.test(name);
}

/** A template of the package that escapes nothing, shown to the one who asked. */
function isPlainTemplate(call: CallFact): boolean {
  return call.receiver?.name?.startsWith('text/template.') === true && writesToResponse(call);
}
