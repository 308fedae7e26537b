import type { CallFact } from '#engine/analysis/facts.ts';
import type { Framework } from '#engine/analysis/framework.ts';
import { listed } from '#engine/analysis/list-entries.ts';

const SHORTCUTS = 'get post put delete patch';

/** Flask, Werkzeug, MarkupSafe, and extensions of Flask. */
export const FLASK: Framework = {
  name: 'flask',
  aliases: {
    'flask.globals': 'flask',
    'flask.helpers': 'flask',
    'flask.templating': 'flask',
    'flask.wrappers.Request': 'flask.Request',
    'quart.request': 'flask.request',
    quart: 'flask',
    'werkzeug.secure_filename': 'werkzeug.utils.secure_filename',
    'werkzeug.redirect': 'flask.redirect',
    'werkzeug.utils.redirect': 'flask.redirect',
    'flask.Markup': 'markupsafe.Markup',
    'flask.escape': 'markupsafe.escape',
    'jinja2.Markup': 'markupsafe.Markup',
    'jinja2.escape': 'markupsafe.escape',
    'werkzeug.utils.escape': 'markupsafe.escape',
    'jinja2.utils.markupsafe': 'markupsafe',
    'werkzeug.wrappers.Response': 'flask.Response',
    'werkzeug.wrappers.Request': 'flask.Request',
    'flask.session.SecureCookieSession': 'flask.session',
  },
  implicit: {
    request: 'flask.request',
    render_template: 'flask.render_template',
    render_template_string: 'flask.render_template_string',
    make_response: 'flask.make_response',
    send_file: 'flask.send_file',
    send_from_directory: 'flask.send_from_directory',
    jsonify: 'flask.jsonify',
    Response: 'flask.Response',
    url_for: 'flask.url_for',
    redirect: 'flask.redirect',
    Markup: 'markupsafe.Markup',
    secure_filename: 'werkzeug.utils.secure_filename',
    current_app: 'flask.current_app',
  },
  types: {
    'flask.request': 'web.Request',
    'flask.Request()': 'web.Request',
    'flask.Request': 'web.Request',
    'flask.Flask()': 'flask.Flask',
    'flask.Blueprint()': 'flask.Flask',
    'flask.Flask.logger': 'logging.Logger',
    'flask.current_app.logger': 'logging.Logger',
    'flask.make_response()': 'flask.Response',
    'flask.Response()': 'flask.Response',
    'flask.redirect()': 'flask.Response',
    'flask.jsonify()': 'flask.Response',
  },
  sinks: [
    ...listed.sinks('template', [0, 'source'], 'flask.render_template_string'),
    ...listed.sinks('path', [0], 'flask.send_file flask.Flask.send_static_file'),
    ...listed.sinks('path', [0, 'directory'], 'flask.send_from_directory'),
    ...listed.sinks('path', [0], 'flask.render_template flask.Flask.open_resource'),
    ...listed.sinks('html', [0], 'flask.make_response', isHtml),
    ...listed.sinks('html', [0, 'response'], 'flask.Response', isHtml),
    ...listed.sinks('html', [0], 'markupsafe.Markup'),
    ...listed.sinks('redirect', [0, 'location'], 'flask.redirect'),
    ...listed.sinks(
      'header',
      [0, 1],
      'flask.Response.headers.add flask.Response.headers.set flask.Response.headers.add_header',
    ),
    ...listed.sinks('header', ['headers', 'content_type', 'mimetype'], 'flask.Response flask.make_response'),
    ...listed.sinks(
      'header',
      [0, 1],
      'werkzeug.datastructures.Headers().add werkzeug.datastructures.Headers().set werkzeug.datastructures.Headers().add_header',
    ),
    ...listed.sinks('cookie', [0, 1, 'value', 'key'], 'flask.Response.set_cookie *.set_cookie'),
    ...listed.sinks('upload', ['receiver'], '*.save'),
    ...listed.sinks('path', [0, 'dst'], '*.save'),
    ...listed.sinks('session', [0, 1], 'flask.session.setdefault flask.session.update flask.session.__setitem__'),
  ],
  sanitizers: [
    // A template in a text is escaped, too; what is part of its words is not.
    ...listed.sanitizers(
      ['html'],
      'flask.render_template_string',
      ({ argument }) => argument(0, 'source')?.constant !== undefined,
    ),
    ...listed.sanitizers(
      ['html', 'xml'],
      'markupsafe.escape markupsafe.Markup.escape markupsafe.escape_silent *.escape',
    ),
    ...listed.sanitizers(['html', 'response'], 'flask.render_template flask.jsonify flask.stream_template'),
    ...listed.sanitizers(['redirect', 'url', 'html', 'header'], 'flask.url_for'),
    ...listed.sanitizers(['html'], 'flask.redirect flask.send_file flask.send_from_directory flask.abort'),
    ...listed.sanitizers(['html'], 'bleach.clean bleach.linkify nh3.clean lxml.html.clean.clean_html'),
    ...listed.sanitizers('all', 'werkzeug.security.check_password_hash werkzeug.security.generate_password_hash'),
    ...listed.sanitizers('all', 'flask_wtf.csrf.generate_csrf'),
  ],
  guards: [
    ...listed.guards(
      ['redirect', 'url'],
      0,
      true,
      '*.is_safe_url *.is_safe_redirect_url django.utils.http.is_safe_url django.utils.http.url_has_allowed_host_and_scheme *.url_has_allowed_host_and_scheme',
    ),
    ...listed.guards(['upload'], 0, true, '*.allowed_file'),
    ...listed.guards('all', 0, true, 'validators.url validators.email'),
  ],
  routes: [
    ...listed.routes({ areParametersRemote: true, returnsHtml: true }, 'flask.Flask.route *.route'),
    ...listed.routes(
      { areParametersRemote: true, returnsHtml: true },
      SHORTCUTS.split(' ')
        .map((verb) => `flask.Flask.${verb}`)
        .join(' '),
    ),
    ...listed.routes(
      { handlers: [2], areParametersRemote: true, returnsHtml: true },
      'flask.Flask.add_url_rule *.add_url_rule',
    ),
    ...listed.routes({ areParametersRemote: true, returnsHtml: true }, 'flask.Flask.errorhandler'),
  ],
  routeClasses: [
    {
      base: 'flask.views.MethodView',
      methods: ['get', 'post', 'put', 'delete', 'patch'],
      areParametersRemote: true,
      returnsHtml: true,
    },
    { base: 'flask.views.View', methods: ['dispatch_request'], areParametersRemote: true, returnsHtml: true },
    { base: 'flask_restful.Resource', methods: ['get', 'post', 'put', 'delete', 'patch'], areParametersRemote: true },
    { base: 'flask_restx.Resource', methods: ['get', 'post', 'put', 'delete', 'patch'], areParametersRemote: true },
  ],
};

/** A response whose type the code names is HTML only when it says so. */
function isHtml({ argument }: CallFact): boolean {
  const type = argument('mimetype', 'content_type', 'media_type') ?? argument('headers')?.fields?.get('Content-Type');
  if (type === undefined) return argument(0, 'response')?.form === undefined;
  const text = type.constant?.value;
  return typeof text === 'string' && /html|xml|svg/i.test(text);
}
