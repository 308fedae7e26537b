import type { Framework, Route, Sink, Source } from '#engine/analysis/framework.ts';
import { libraries, library } from './library.ts';

const EXCHANGE = 'com.sun.net.httpserver.HttpExchange';
const CONTEXT = 'io.javalin.http.Context';
const ROUTING = 'io.vertx.ext.web.RoutingContext';
const SPARK = 'spark.Request';

/** `Context` is the name of many things: it is Javalin's for handlers that are registered with it. */
const NAMES = libraries(
  library('com.sun.net.httpserver', ['HttpExchange', 'HttpServer', 'HttpHandler'], []),
  library('io.javalin', ['Javalin'], []),
  library('io.vertx.ext.web', ['RoutingContext'], []),
  library('spark', [], ['Spark']),
);

const remote = (value: string, what: string): Source => ({ value, kind: 'remote', what });
const html = (callee: string): Sink => ({ callee, kind: 'html', arguments: [0] });

const VERBS = ['get', 'post', 'put', 'delete', 'patch', 'before', 'after'] as const;

/** Small servers: of the JDK, Javalin, Spark and Vert.x. */
export const WEB_SERVERS: Framework = {
  name: 'web servers',
  ...NAMES,
  annotations: { ...NAMES.annotations, [CONTEXT]: CONTEXT },
  implicit: {
    ...NAMES.implicit,
    exchange: EXCHANGE,
    routingContext: ROUTING,
    ...Object.fromEntries(VERBS.map((verb) => [verb, `spark.Spark.${verb}`])),
  },
  types: {
    ...NAMES.types,
    'com.sun.net.httpserver.HttpServer.create()': 'com.sun.net.httpserver.HttpServer',
    [`${EXCHANGE}.getResponseBody()`]: 'httpserver.Body',
    [`${EXCHANGE}.getResponseHeaders()`]: 'httpserver.Headers',
    [`${ROUTING}.request()`]: 'io.vertx.core.http.HttpServerRequest',
    [`${ROUTING}.response()`]: 'io.vertx.core.http.HttpServerResponse',
    'io.vertx.core.http.HttpServerResponse.putHeader()': 'io.vertx.core.http.HttpServerResponse',
    'io.vertx.core.http.HttpServerResponse.setStatusCode()': 'io.vertx.core.http.HttpServerResponse',
    'io.javalin.Javalin.create()': 'io.javalin.Javalin',
  },
  sources: [
    remote(`${EXCHANGE}.getRequestURI()`, 'the address asked for'),
    remote(`${EXCHANGE}.getRequestBody()`, 'the request body'),
    remote(`${EXCHANGE}.getRequestHeaders()`, 'a request header'),
    ...['queryParam', 'queryParams', 'pathParam', 'formParam', 'formParams'].map((name) =>
      remote(`${CONTEXT}.${name}()`, 'a request parameter'),
    ),
    ...['body', 'bodyAsBytes', 'bodyAsClass', 'bodyInputStream', 'uploadedFile'].map((name) =>
      remote(`${CONTEXT}.${name}()`, 'the request body'),
    ),
    remote(`${CONTEXT}.header()`, 'a request header'),
    remote(`${CONTEXT}.cookie()`, 'a cookie'),
    ...['pathParam', 'queryParam', 'queryParams'].map((name) => remote(`${ROUTING}.${name}()`, 'a request parameter')),
    ...['getBody', 'getBodyAsString', 'getBodyAsJson', 'body'].map((name) =>
      remote(`${ROUTING}.${name}()`, 'the request body'),
    ),
    ...['getParam', 'params', 'getFormAttribute'].map((name) =>
      remote(`io.vertx.core.http.HttpServerRequest.${name}()`, 'a request parameter'),
    ),
    ...['path', 'uri', 'absoluteURI', 'query'].map((name) =>
      remote(`io.vertx.core.http.HttpServerRequest.${name}()`, 'the address asked for'),
    ),
    remote('io.vertx.core.http.HttpServerRequest.getHeader()', 'a request header'),
    ...['queryParams', 'params', 'queryParamsValues', 'splat'].map((name) =>
      remote(`${SPARK}.${name}()`, 'a request parameter'),
    ),
    ...['body', 'bodyAsBytes'].map((name) => remote(`${SPARK}.${name}()`, 'the request body')),
    remote(`${SPARK}.headers()`, 'a request header'),
    remote(`${SPARK}.cookie()`, 'a cookie'),
  ],
  sinks: [
    html('httpserver.Body.write'),
    html(`${CONTEXT}.html`),
    html('io.vertx.core.http.HttpServerResponse.end'),
    html('io.vertx.core.http.HttpServerResponse.write'),
    { callee: `${CONTEXT}.redirect`, kind: 'redirect', arguments: [0] },
    { callee: 'spark.Response.redirect', kind: 'redirect', arguments: [0] },
    { callee: `${ROUTING}.redirect`, kind: 'redirect', arguments: [0] },
    { callee: 'io.vertx.core.http.HttpServerResponse.sendFile', kind: 'path', arguments: [0] },
    { callee: 'io.vertx.core.http.HttpServerResponse.putHeader', kind: 'header', arguments: [0, 1] },
    { callee: `${CONTEXT}.header`, kind: 'header', arguments: [1] },
    { callee: 'spark.Response.header', kind: 'header', arguments: [0, 1] },
    { callee: 'httpserver.Headers.set', kind: 'header', arguments: [0, 1] },
    { callee: 'httpserver.Headers.add', kind: 'header', arguments: [0, 1] },
  ],
  routes: [
    { callee: '*.createContext', handlers: [1], parameterTypes: [EXCHANGE] },
    ...VERBS.flatMap((verb): readonly Route[] => [
      {
        callee: `spark.Spark.${verb}`,
        handlers: [1],
        parameterTypes: [SPARK, 'spark.Response'],
        returnsHtml: true,
        when: (call) => isAddress(call.argument(0)?.constant?.value),
      },
      {
        callee: `*.${verb}`,
        handlers: [1],
        parameterTypes: [CONTEXT],
        when: ({ argument, expression: { callee } }) =>
          isAddress(argument(0)?.constant?.value) &&
          callee.kind === 'member' &&
          callee.object.kind === 'name' &&
          callee.object.name === 'app',
      },
    ]),
  ],
};

function isAddress(pattern: unknown): boolean {
  return typeof pattern === 'string' && pattern.startsWith('/');
}
