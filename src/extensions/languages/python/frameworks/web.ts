import type { Framework, Source } from '#engine/analysis/framework.ts';
import { listed } from '#engine/analysis/list-entries.ts';
import { TEXT_KINDS } from '#engine/analysis/text-kinds.ts';

/**
 * What a request gives, under the names that any of the web frameworks uses: they overlap, and a fragment rarely shows
 * which framework it is written for.
 */
export const WEB: Framework = {
  name: 'web',
  parameters: listed.names('web.Request', 'request req'),
  types: { '*.request': 'web.Request' },
  sanitizers: [
    ...listed.sanitizers(
      TEXT_KINDS,
      'web.Request.args.get web.Request.form.get web.Request.values.get web.Request.args.getlist',
      ({ argument }) => /^(?:int|float)$/.test(argument('type', 2)?.name ?? ''),
    ),
  ],
  sources: [
    { value: 'web.Request', kind: 'remote', what: 'something of the request', isCarrier: true },
    ...['web.Request.path', 'web.Request.path_info', 'web.Request.endpoint', 'web.Request.url_rule'].map(
      (value): Source => ({ value, kind: 'remote', what: 'the path that was asked for', isFixedByRoute: true }),
    ),
    ...listed.sources(
      'remote',
      'the query string',
      `web.Request.args web.Request.GET web.Request.query web.Request.query_params web.Request.query_string
       web.Request.rel_url web.Request.query_arguments web.Request.QUERY_PARAMS web.Request.params`,
    ),
    ...listed.sources(
      'remote',
      'the form of the request',
      `web.Request.form web.Request.forms web.Request.POST web.Request.values web.Request.post() web.Request.post_vars
       web.Request.body_arguments web.Request.arguments web.Request.form() web.Request.REQUEST web.Request.multipart()
       web.Request.get()`,
    ),
    ...listed.sources(
      'remote',
      'the body of the request',
      `web.Request.data web.Request.json web.Request.get_json() web.Request.get_data() web.Request.stream
       web.Request.body web.Request.text() web.Request.read() web.Request.raw_post_data web.Request.body()
       web.Request.json() web.Request.content web.Request.input_stream`,
    ),
    ...listed.sources('remote', 'an uploaded file', 'web.Request.files web.Request.FILES'),
    ...listed.sources(
      'remote',
      'a cookie',
      'web.Request.cookies web.Request.COOKIES web.Request.get_cookie() web.Request.get_signed_cookie()',
    ),
    ...listed.sources(
      'remote',
      'a header of the request',
      'web.Request.headers web.Request.META web.Request.referrer web.Request.user_agent web.Request.environ',
    ),
    ...listed.sources(
      'remote',
      'the address that was asked for',
      `web.Request.full_path web.Request.url web.Request.base_url web.Request.get_full_path()
       web.Request.build_absolute_uri() web.Request.uri web.Request.host_url web.Request.url_root`,
    ),
    ...listed.sources(
      'remote',
      'a part of the path that was asked for',
      'web.Request.match_info web.Request.path_params web.Request.view_args web.Request.matchdict',
    ),
    ...listed.sources(
      'remote',
      'a message of a web socket',
      'web.Socket.receive_text() web.Socket.receive_json() web.Socket.receive()',
    ),
  ],
};
