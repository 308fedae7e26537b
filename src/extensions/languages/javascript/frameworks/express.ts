import type { Framework, Route, Source } from '#engine/analysis/framework.ts';

const REQUEST_PARTS: readonly (readonly [string, string])[] = [
  ['query', 'the query string'],
  ['body', 'the request body'],
  ['params', 'a part of the address'],
  ['headers', 'a request header'],
  ['rawHeaders', 'a request header'],
  ['cookies', 'a cookie'],
  ['signedCookies', 'a cookie'],
  ['url', 'the address asked for'],
  ['originalUrl', 'the address asked for'],
  ['path', 'the address asked for'],
  ['hostname', 'the host asked for'],
  ['host', 'the host asked for'],
  ['file', 'an uploaded file'],
  ['files', 'an uploaded file'],
  ['rawBody', 'the request body'],
  ['subdomains', 'the host asked for'],
  ['get()', 'a request header'],
  ['header()', 'a request header'],
  ['param()', 'a request parameter'],
  ['payload', 'the request body'],
];

const METHODS = ['all', 'delete', 'get', 'head', 'options', 'patch', 'post', 'put', 'use', 'param'] as const;

const RESPONSE_CHAIN = [
  'append',
  'attachment',
  'clearCookie',
  'code',
  'contentType',
  'cookie',
  'header',
  'links',
  'location',
  'set',
  'status',
  'type',
  'vary',
  'writeHead',
] as const;

const HANDLER_TYPES = ['express.Request', 'express.Response'] as const;

/** Express, connect, restify, and Node's own requests and responses. */
export const EXPRESS: Framework = {
  name: 'express',
  aliases: {
    'http.IncomingMessage': 'express.Request',
    'http.ServerResponse': 'express.Response',
    Request: 'express.Request',
    Response: 'express.Response',
    NextApiRequest: 'express.Request',
    NextApiResponse: 'express.Response',
    'next.NextApiRequest': 'express.Request',
    'next.NextApiResponse': 'express.Response',
    'next/server.NextRequest': 'next.Request',
    'express-promise-router': 'express.Router',
    'restify.createServer': 'express',
  },
  implicit: {
    app: 'express.Application',
    router: 'express.Application',
    express: 'express',
    req: 'express.Request',
    res: 'express.Response',
  },
  parameters: {
    req: 'express.Request',
    request: 'express.Request',
    res: 'express.Response',
    response: 'express.Response',
    resp: 'express.Response',
  },
  types: {
    'express()': 'express.Application',
    'express.Router()': 'express.Application',
    'express.default()': 'express.Application',
    'express.Application.route()': 'express.Application',
    ...Object.fromEntries(
      METHODS.filter((name) => name !== 'get' && name !== 'use').map((name) => [
        `express.Application.${name}()`,
        'express.Application',
      ]),
    ),
    ...Object.fromEntries(RESPONSE_CHAIN.map((name) => [`express.Response.${name}()`, 'express.Response'])),
  },
  sources: REQUEST_PARTS.map(([part, what]): Source => ({ value: `express.Request.${part}`, kind: 'remote', what })),
  sinks: [
    { callee: 'express.Response.send', kind: 'html', arguments: [0] },
    { callee: 'express.Response.write', kind: 'html', arguments: [0] },
    { callee: 'express.Response.end', kind: 'html', arguments: [0] },
    { callee: 'express.Response.redirect', kind: 'redirect', arguments: [0, 1] },
    { callee: 'express.Response.location', kind: 'redirect', arguments: [0] },
    { callee: 'express.Response.sendFile', kind: 'path', arguments: [0] },
    { callee: 'express.Response.sendfile', kind: 'path', arguments: [0] },
    { callee: 'express.Response.download', kind: 'path', arguments: [0] },
    { callee: 'express.Response.render', kind: 'path', arguments: [0] },
    { callee: 'express.Response.setHeader', kind: 'header', arguments: [0, 1] },
    { callee: 'express.Response.set', kind: 'header', arguments: [0, 1] },
    { callee: 'express.Response.header', kind: 'header', arguments: [0, 1] },
    { callee: 'express.Response.writeHead', kind: 'header', arguments: [1, 2] },
    { callee: 'express.Response.send', kind: 'response', arguments: [0] },
    { callee: 'express.Response.json', kind: 'response', arguments: [0] },
    { callee: 'express.Response.end', kind: 'response', arguments: [0] },
    { callee: 'express.Response.write', kind: 'response', arguments: [0] },
    { callee: 'express.Response.render', kind: 'response', arguments: [1] },
    { callee: 'express.Response.cookie', kind: 'cookie', arguments: [0, 1] },
  ],
  sanitizers: [
    { callee: 'express.Request.is', kinds: 'all' },
    { callee: 'express.Request.accepts', kinds: 'all' },
    { callee: 'express-validator.matchedData', kinds: ['mass-assignment', 'nosql'] },
    { callee: '*.matchedData', kinds: ['mass-assignment', 'nosql'] },
  ],
  routes: [
    ...METHODS.map(
      (method): Route => ({
        callee: `express.Application.${method}`,
        handlers: 'all-functions',
        parameterTypes: HANDLER_TYPES,
      }),
    ),
    { callee: 'express.Request.on', handlers: [1], areParametersRemote: true },
  ],
};
