import type { Framework } from '#engine/analysis/framework.ts';
import { listed } from '#engine/analysis/list-entries.ts';

const VERBS = ['get', 'post', 'put', 'delete', 'patch', 'head', 'options'];
const UNKNOWN_VERBS = VERBS.map((verb) => `*.${verb}`).join(' ');

/** FastAPI, Starlette, aiohttp's server and Sanic. */
export const ASGI: Framework = {
  name: 'asgi',
  aliases: {
    'fastapi.responses': 'starlette.responses',
    'fastapi.requests': 'starlette.requests',
    'fastapi.Request': 'starlette.requests.Request',
    'fastapi.Response': 'starlette.responses.Response',
    'fastapi.applications.FastAPI': 'fastapi.FastAPI',
    'fastapi.routing.APIRouter': 'fastapi.APIRouter',
  },
  implicit: {
    HTMLResponse: 'starlette.responses.HTMLResponse',
    RedirectResponse: 'starlette.responses.RedirectResponse',
  },
  types: {
    'fastapi.FastAPI()': 'fastapi.FastAPI',
    'fastapi.APIRouter()': 'fastapi.FastAPI',
    'starlette.requests.Request': 'web.Request',
    'starlette.requests.Request()': 'web.Request',
    'fastapi.WebSocket': 'web.Socket',
    'starlette.websockets.WebSocket': 'web.Socket',
    'aiohttp.web.Request': 'web.Request',
    'sanic.request.Request': 'web.Request',
    'sanic.Sanic()': 'sanic.Sanic',
    'sanic.Blueprint()': 'sanic.Sanic',
    'aiohttp.web.RouteTableDef()': 'aiohttp.web.RouteTableDef',
    'aiohttp.web.Application()': 'aiohttp.web.Application',
    'starlette.responses.Response()': 'flask.Response',
    'aiohttp.web.Response()': 'flask.Response',
  },
  sinks: [
    ...listed.sinks('html', [0, 'content'], 'starlette.responses.HTMLResponse'),
    ...listed.sinks('html', [0, 'content'], 'starlette.responses.Response', ({ argument }) =>
      isHtml(argument('media_type', 2)?.constant?.value),
    ),
    ...listed.sinks('html', ['text', 'body'], 'aiohttp.web.Response', ({ argument }) =>
      isHtml(argument('content_type')?.constant?.value),
    ),
    ...listed.sinks('html', [0, 'body'], 'sanic.response.html sanic.html'),
    ...listed.sinks(
      'redirect',
      [0, 'url', 'location'],
      'starlette.responses.RedirectResponse sanic.response.redirect sanic.redirect',
    ),
    ...listed.sinks(
      'redirect',
      [0, 'location'],
      'aiohttp.web.HTTPFound aiohttp.web.HTTPSeeOther aiohttp.web.HTTPMovedPermanently aiohttp.web.HTTPTemporaryRedirect',
    ),
    ...listed.sinks(
      'path',
      [0, 'path'],
      'starlette.responses.FileResponse aiohttp.web.FileResponse django.http.FileResponse sanic.response.file sanic.file',
    ),
  ],
  sanitizers: [
    ...listed.sanitizers(['html'], 'starlette.responses.JSONResponse aiohttp.web.json_response sanic.response.json'),
  ],
  routes: [
    ...listed.routes(
      { areParametersRemote: true },
      VERBS.map((verb) => `fastapi.FastAPI.${verb} sanic.Sanic.${verb} aiohttp.web.RouteTableDef.${verb}`).join(' '),
    ),
    ...listed.routes(
      { areParametersRemote: true },
      'fastapi.FastAPI.api_route fastapi.FastAPI.websocket sanic.Sanic.route sanic.Sanic.websocket',
    ),
    ...listed.routes({ areParametersRemote: true }, UNKNOWN_VERBS),
    ...listed.routes(
      { handlers: [1], areParametersRemote: true, parameterTypes: ['web.Request'] },
      VERBS.map((verb) => `aiohttp.web.${verb} aiohttp.web.Application.router.add_${verb} *.router.add_${verb}`).join(
        ' ',
      ),
    ),
  ],
};

function isHtml(type: unknown): boolean {
  return typeof type === 'string' && /html|xml|svg/i.test(type);
}
