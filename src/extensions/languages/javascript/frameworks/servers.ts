import type { CallFact } from '#engine/analysis/facts.ts';
import type { Framework, Route, Source } from '#engine/analysis/framework.ts';

const FASTIFY_METHODS = ['all', 'delete', 'get', 'head', 'options', 'patch', 'post', 'put', 'addHook'] as const;
const KOA_METHODS = ['all', 'del', 'delete', 'get', 'patch', 'post', 'put', 'use'] as const;

/** Values of a Koa context that come from the request; the context repeats most of its request. */
const KOA_PARTS: readonly (readonly [string, string])[] = [
  ['query', 'the query string'],
  ['querystring', 'the query string'],
  ['search', 'the query string'],
  ['params', 'a parameter of the route'],
  ['headers', 'a request header'],
  ['header', 'a request header'],
  ['get()', 'a request header'],
  ['path', 'the address asked for'],
  ['url', 'the address asked for'],
  ['originalUrl', 'the address asked for'],
  ['host', 'the host asked for'],
  ['hostname', 'the host asked for'],
  ['cookies.get()', 'a cookie'],
  ['request.body', 'the request body'],
  ['request.query', 'the query string'],
  ['request.params', 'a parameter of the route'],
  ['request.headers', 'a request header'],
  ['request.header', 'a request header'],
  ['request.files', 'an uploaded file'],
  ['request.url', 'the address asked for'],
  ['request.path', 'the address asked for'],
  ['req.url', 'the address asked for'],
  ['req.query', 'the query string'],
  ['req.param()', 'a request parameter'],
  ['req.json()', 'the request body'],
  ['req.parseBody()', 'the request body'],
];

/** Fastify, Koa, hapi, Hono, Next, AWS Lambda and socket servers. */
export const SERVERS: Framework = {
  name: 'servers',
  aliases: {
    'fastify.FastifyRequest': 'express.Request',
    'fastify.FastifyReply': 'express.Response',
    FastifyRequest: 'express.Request',
    FastifyReply: 'express.Response',
    'koa-router': 'koa.Router',
    '@koa/router': 'koa.Router',
    'koa.Context': 'koa.Context',
    '@hapi/hapi': 'hapi',
    'socket.io.Server': 'socket.io',
  },
  implicit: { fastify: 'fastify.Server', ctx: 'koa.Context' },
  parameters: { ctx: 'koa.Context', reply: 'express.Response', event: 'lambda.Event', h: 'hapi.Toolkit' },
  types: {
    'fastify()': 'fastify.Server',
    'fastify.default()': 'fastify.Server',
    'fastify.fastify()': 'fastify.Server',
    'koa()': 'koa.Router',
    'koa.Router()': 'koa.Router',
    'hono.Hono()': 'koa.Router',
    'hapi.server()': 'hapi.Server',
    'hapi.Server()': 'hapi.Server',
    'socket.io()': 'socket.io.Namespace',
    'next/server.NextRequest': 'next.Request',
  },
  sources: [
    ...KOA_PARTS.map(([part, what]): Source => ({ value: `koa.Context.${part}`, kind: 'remote', what })),
    { value: 'next.Request.json()', kind: 'remote', what: 'the request body' },
    { value: 'next.Request.text()', kind: 'remote', what: 'the request body' },
    { value: 'next.Request.formData()', kind: 'remote', what: 'the request body' },
    { value: 'next.Request.nextUrl', kind: 'remote', what: 'the address asked for' },
    { value: 'next.Request.url', kind: 'remote', what: 'the address asked for' },
    { value: 'express.Request.json()', kind: 'remote', what: 'the request body' },
    { value: 'express.Request.formData()', kind: 'remote', what: 'the request body' },
    { value: 'express.Request.text()', kind: 'remote', what: 'the request body' },
    { value: 'express.Request.nextUrl', kind: 'remote', what: 'the address asked for' },
    { value: 'next/headers.cookies().get()', kind: 'remote', what: 'a cookie' },
    { value: 'next/headers.headers().get()', kind: 'remote', what: 'a request header' },
    { value: 'lambda.Event.queryStringParameters', kind: 'remote', what: 'the query string' },
    { value: 'lambda.Event.pathParameters', kind: 'remote', what: 'a parameter of the route' },
    { value: 'lambda.Event.body', kind: 'remote', what: 'the request body' },
  ],
  sinks: [
    { callee: 'koa.Context.redirect', kind: 'redirect', arguments: [0] },
    { callee: 'hapi.Toolkit.redirect', kind: 'redirect', arguments: [0] },
    { callee: 'hapi.Toolkit.response', kind: 'html', arguments: [0] },
    { callee: 'hapi.Toolkit.file', kind: 'path', arguments: [0] },
    { callee: 'koa.Context.set', kind: 'header', arguments: [0, 1] },
    { callee: 'koa.Context.html', kind: 'html', arguments: [0] },
    { callee: 'koa-send', kind: 'path', arguments: [1] },
    { callee: 'next/navigation.redirect', kind: 'redirect', arguments: [0] },
    { callee: 'next/server.NextResponse.redirect', kind: 'redirect', arguments: [0] },
    { callee: 'NextResponse.redirect', kind: 'redirect', arguments: [0] },
    { callee: 'Response.redirect', kind: 'redirect', arguments: [0] },
  ],
  propertySinks: [
    { property: 'koa.Context.body', kind: 'html' },
    { property: 'koa.Context.response.body', kind: 'html' },
  ],
  routes: [
    ...FASTIFY_METHODS.map(
      (method): Route => ({
        callee: `fastify.Server.${method}`,
        handlers: 'all-functions',
        parameterTypes: ['express.Request', 'express.Response'],
      }),
    ),
    ...KOA_METHODS.map(
      (method): Route => ({
        callee: `koa.Router.${method}`,
        handlers: 'all-functions',
        parameterTypes: ['koa.Context'],
      }),
    ),
    { callee: 'socket.io.Namespace.on', handlers: [1] },
    { callee: '*.on', handlers: [1], areParametersRemote: true, when: isSocketMessage },
  ],
};

/** `socket.on('chat', …)`: whoever is connected sends it. */
function isSocketMessage(call: CallFact): boolean {
  const { callee } = call.expression;
  const event = call.argument(0)?.constant?.value;
  if (callee.kind !== 'member' || typeof event !== 'string') return false;
  const { object } = callee;
  const receiver = object.kind === 'name' ? object.name : object.kind === 'member' ? object.property : '';
  return (
    /^(?:socket|sock|ws|websocket)$/i.test(receiver) &&
    !/^(?:open|close|error|end|connect|disconnect|drain|timeout|lookup|ready|pong|ping)$/.test(event)
  );
}
