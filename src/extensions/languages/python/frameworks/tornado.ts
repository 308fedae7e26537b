import type { Framework } from '#engine/analysis/framework.ts';
import { listed } from '#engine/analysis/list-entries.ts';

const HANDLER = 'tornado.web.RequestHandler';
const OTHER_HANDLERS = 'webapp2.RequestHandler webapp.RequestHandler cyclone.web.RequestHandler';

/** Handlers that write to themselves: Tornado, webapp2 and kin. */
export const TORNADO: Framework = {
  name: 'tornado',
  aliases: listed.names(HANDLER, OTHER_HANDLERS),
  types: {
    [`${HANDLER}.request`]: 'web.Request',
    '*.response': 'web.Response',
    [`${HANDLER}.response`]: 'web.Response',
  },
  sources: [
    ...listed.sources(
      'remote',
      'an argument of the request',
      [
        'get_argument',
        'get_arguments',
        'get_query_argument',
        'get_query_arguments',
        'get_body_argument',
        'get_body_arguments',
      ]
        .map((method) => `${HANDLER}.${method}() *.${method}()`)
        .join(' '),
    ),
    ...listed.sources('remote', 'a cookie', `${HANDLER}.get_cookie()`),
    ...listed.sources('remote', 'the address that was asked for', `${HANDLER}.path_args ${HANDLER}.path_kwargs`),
  ],
  sinks: [
    ...listed.sinks('html', [0], `${HANDLER}.write ${HANDLER}.finish`),
    ...listed.sinks('html', [0], 'web.Response.write web.Response.out.write'),
    ...listed.sinks('redirect', [0, 'url'], `${HANDLER}.redirect`),
    ...listed.sinks('header', [0, 1], `${HANDLER}.set_header ${HANDLER}.add_header *.set_header`),
    ...listed.sinks('cookie', [0, 1], `${HANDLER}.set_cookie`),
    ...listed.sinks('template', [0], 'tornado.template.Template'),
  ],
  sanitizers: [
    ...listed.sanitizers(['html'], 'tornado.escape.xhtml_escape tornado.escape.json_encode *.render_string'),
    ...listed.sanitizers(['html', 'url', 'redirect'], 'tornado.escape.url_escape'),
  ],
  routeClasses: [
    {
      base: HANDLER,
      methods: ['get', 'post', 'put', 'delete', 'patch', 'head', 'options', 'prepare'],
      areParametersRemote: true,
    },
  ],
};
