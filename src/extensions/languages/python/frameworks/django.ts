import type { CallFact } from '#engine/analysis/facts.ts';
import type { Framework } from '#engine/analysis/framework.ts';
import { listed } from '#engine/analysis/list-entries.ts';

const VERBS = ['get', 'post', 'put', 'patch', 'delete', 'head', 'dispatch'];

/** Django and Django REST framework. */
export const DJANGO: Framework = {
  name: 'django',
  aliases: {
    'django.http.response': 'django.http',
    'django.http.request': 'django.http',
    'django.utils.html.mark_safe': 'django.utils.safestring.mark_safe',
    'django.utils.safestring.SafeString': 'django.utils.safestring.mark_safe',
    'django.utils.safestring.SafeText': 'django.utils.safestring.mark_safe',
    'django.conf.urls.url': 'django.urls.path',
    'django.urls.re_path': 'django.urls.path',
    'django.core.urlresolvers': 'django.urls',
    'rest_framework.request.Request': 'django.http.HttpRequest',
    'django.views.generic.View': 'django.views.View',
    'django.views.generic.base.View': 'django.views.View',
    'django.views.generic.base.TemplateView': 'django.views.View',
    'django.views.generic.TemplateView': 'django.views.View',
    'django.views.generic.ListView': 'django.views.View',
    'django.views.generic.DetailView': 'django.views.View',
    'django.views.generic.FormView': 'django.views.View',
  },
  implicit: {
    HttpResponse: 'django.http.HttpResponse',
    HttpResponseRedirect: 'django.http.HttpResponseRedirect',
    HttpResponseBadRequest: 'django.http.HttpResponseBadRequest',
    HttpResponseServerError: 'django.http.HttpResponseServerError',
    HttpResponseForbidden: 'django.http.HttpResponseForbidden',
    HttpResponseNotFound: 'django.http.HttpResponseNotFound',
    JsonResponse: 'django.http.JsonResponse',
    FileResponse: 'django.http.FileResponse',
    mark_safe: 'django.utils.safestring.mark_safe',
    format_html: 'django.utils.html.format_html',
    conditional_escape: 'django.utils.html.conditional_escape',
    url_has_allowed_host_and_scheme: 'django.utils.http.url_has_allowed_host_and_scheme',
    is_safe_url: 'django.utils.http.is_safe_url',
    connection: 'django.db.connection',
  },
  types: {
    'django.http.HttpRequest': 'web.Request',
    'django.http.HttpRequest()': 'web.Request',
    'django.views.View.request': 'web.Request',
    'rest_framework.views.APIView.request': 'web.Request',
    'django.http.HttpResponse()': 'django.http.HttpResponse',
  },
  sinks: [
    ...listed.sinks(
      'html',
      [0, 'content'],
      `django.http.HttpResponse django.http.HttpResponseBadRequest django.http.HttpResponseServerError
       django.http.HttpResponseForbidden django.http.HttpResponseNotFound django.http.StreamingHttpResponse`,
      isHtml,
    ),
    ...listed.sinks('html', [0], 'django.utils.safestring.mark_safe *.mark_safe'),
    ...listed.sinks('html', [0, 'format_string'], 'django.utils.html.format_html'),
    ...listed.sinks('html', [0], 'django.http.HttpResponse.write'),
    ...listed.sinks('template', [0], 'django.template.Template django.template.engines.from_string'),
    ...listed.sinks(
      'redirect',
      [0, 'redirect_to', 'to'],
      'django.http.HttpResponseRedirect django.http.HttpResponsePermanentRedirect django.shortcuts.redirect',
    ),
    ...listed.sinks(
      'path',
      [0],
      'django.core.files.storage.default_storage.open django.core.files.storage.default_storage.delete',
    ),
    ...listed.sinks(
      'mail',
      [0, 'subject', 3, 'recipient_list', 2, 'from_email'],
      'django.core.mail.send_mail django.core.mail.EmailMessage django.core.mail.EmailMultiAlternatives',
    ),
    ...listed.sinks(
      'header',
      ['content_type', 'headers'],
      'django.http.HttpResponse django.http.StreamingHttpResponse',
    ),
    ...listed.sinks('upload', [0], '*.write'),
    ...listed.sinks(
      'upload',
      [1, 'content'],
      '*.storage.save django.core.files.storage.default_storage.save *.fs.save django.core.files.storage.FileSystemStorage().save',
    ),
    ...listed.sinks('session', [0, 1], 'web.Request.session.update web.Request.session.setdefault'),
  ],
  sanitizers: [
    ...listed.sanitizers(
      ['html'],
      `django.utils.html.escape django.utils.html.conditional_escape django.utils.html.format_html
       django.utils.html.format_html_join django.utils.html.strip_tags django.utils.html.escapejs
       django.shortcuts.render django.template.loader.render_to_string django.http.JsonResponse
       django.template.defaultfilters.force_escape`,
    ),
    ...listed.sanitizers(['redirect', 'url', 'html'], 'django.urls.reverse django.urls.reverse_lazy'),
    ...listed.sanitizers(['html', 'response'], 'rest_framework.response.Response'),
    ...listed.sanitizers('all', 'django.contrib.auth.authenticate django.contrib.auth.hashers.check_password'),
  ],
  routes: [
    ...listed.routes({ handlers: [1], areParametersRemote: true, parameterTypes: ['web.Request'] }, 'django.urls.path'),
    ...listed.routes(
      { areParametersRemote: true, parameterTypes: ['web.Request'] },
      `rest_framework.decorators.api_view django.views.decorators.http.require_http_methods
       django.views.decorators.http.require_GET django.views.decorators.http.require_POST
       django.views.decorators.csrf.csrf_exempt django.contrib.auth.decorators.login_required`,
    ),
  ],
  routeClasses: [
    ...[
      'django.views.View',
      'rest_framework.views.APIView',
      'rest_framework.viewsets.ViewSet',
      'rest_framework.viewsets.ModelViewSet',
    ].map((base) => ({ base, methods: VERBS, areParametersRemote: true, parameterTypes: ['web.Request'] })),
  ],
};

function isHtml({ argument }: CallFact): boolean {
  const type = argument('content_type', 'mimetype', 1);
  if (type === undefined) return true;
  const text = type.constant?.value;
  return typeof text === 'string' && /html|xml|svg/i.test(text);
}
