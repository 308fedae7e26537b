import type { Framework } from '#engine/analysis/framework.ts';
import { listed } from '#engine/analysis/list-entries.ts';

const VERBS = 'get post put delete patch';

/** Bottle, CherryPy, Pyramid, web.py and Falcon. */
export const BOTTLE: Framework = {
  name: 'bottle',
  types: {
    'bottle.request': 'web.Request',
    'cherrypy.request': 'web.Request',
    'pyramid.request.Request': 'web.Request',
    'falcon.Request': 'web.Request',
    'bottle.Bottle()': 'bottle.Bottle',
    'bottle.default_app()': 'bottle.Bottle',
  },
  sources: [...listed.sources('remote', 'the form of the request', 'web.input() web.data() web.cookies()')],
  sinks: [
    ...listed.sinks('template', [0], 'bottle.template bottle.SimpleTemplate', ({ argument }) => {
      // A name of a template has no line and no braces.
      const first = argument(0);
      return first?.constant === undefined;
    }),
    ...listed.sinks('path', [0, 'filename'], 'cherrypy.lib.static.serve_file'),
    ...listed.sinks('path', ['root'], 'bottle.static_file'),
    ...listed.sinks(
      'redirect',
      [0, 'url'],
      'bottle.redirect cherrypy.HTTPRedirect web.seeother web.found web.redirect pyramid.httpexceptions.HTTPFound',
    ),
    ...listed.sinks('html', [0, 'body'], 'pyramid.response.Response bottle.HTTPResponse webob.Response'),
    ...listed.sinks('header', [0, 1], 'bottle.response.set_header bottle.response.add_header'),
    ...listed.sinks('cookie', [0, 1], 'bottle.response.set_cookie'),
  ],
  sanitizers: [
    ...listed.sanitizers(['html'], 'bottle.html_escape bottle.template bottle.jinja2_template web.websafe'),
    ...listed.sanitizers(['html'], 'bottle.static_file bottle.redirect'),
  ],
  routes: [
    ...listed.routes(
      { areParametersRemote: true, returnsHtml: true },
      `bottle.route bottle.Bottle.route ${VERBS.split(' ')
        .map((verb) => `bottle.${verb} bottle.Bottle.${verb}`)
        .join(' ')}`,
    ),
    ...listed.routes({ areParametersRemote: true, returnsHtml: true }, 'cherrypy.expose'),
    ...listed.routes({ areParametersRemote: true, parameterTypes: ['web.Request'] }, 'pyramid.view.view_config'),
  ],
};
