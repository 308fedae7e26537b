import type { CallFact } from '#engine/analysis/facts.ts';
import type { Framework, Sink } from '#engine/analysis/framework.ts';
import { writtenName } from '#engine/analysis/judges/written-name.ts';

const REST = [1, 2, 3, 4, 5, 6, 7, 8];

/** Whether the file that is written to is called a log. */
function isLog(position: number): (call: CallFact) => boolean {
  return (call) => /log(?!in)/i.test(writtenName(call.arguments[position]?.argument.value));
}

/** Formats, logs, pages and what else leaves a program. */
export const OUTPUT: Framework = {
  name: 'output',
  operations: {
    printf: 'fresh',
    fprintf: 'fresh',
    sprintf: 'fresh',
    snprintf: 'fresh',
    puts: 'fresh',
    fputs: 'fresh',
    fwrite: 'fresh',
    'std.cout.operator<<': 'fresh',
    'std.cerr.operator<<': 'fresh',
    'std.clog.operator<<': 'fresh',
  },
  sinks: [
    ...['printf', 'vprintf', 'wprintf', 'g_print', 'warn', 'warnx'].map(
      (callee): Sink => ({ callee, kind: 'format', arguments: [0] }),
    ),
    ...[
      'fprintf',
      'vfprintf',
      'sprintf',
      'vsprintf',
      'dprintf',
      'syslog',
      'vsyslog',
      'fwprintf',
      'asprintf',
      'err',
      'errx',
      'swprintf_s',
    ].map((callee): Sink => ({ callee, kind: 'format', arguments: [1] })),
    ...['snprintf', 'vsnprintf', 'swprintf', '_snprintf', 'ap_rprintf'].map(
      (callee): Sink => ({ callee, kind: 'format', arguments: [2] }),
    ),
    { callee: 'syslog', kind: 'log', arguments: REST },
    { callee: 'fprintf', kind: 'log', arguments: REST, when: isLog(0) },
    { callee: 'fputs', kind: 'log', arguments: [0], when: isLog(1) },
    { callee: '*.operator<<', kind: 'log', arguments: [0], when: isLogStream },
    { callee: 'printf', kind: 'html', arguments: REST },
    { callee: 'puts', kind: 'html', arguments: [0] },
    {
      callee: 'fprintf',
      kind: 'html',
      arguments: REST,
      when: (call) => writtenName(call.arguments[0]?.argument.value) === 'stdout',
    },
    {
      callee: 'fputs',
      kind: 'html',
      arguments: [0],
      when: (call) => writtenName(call.arguments[1]?.argument.value) === 'stdout',
    },
    { callee: 'std.cout.operator<<', kind: 'html', arguments: [0] },
    {
      callee: 'curl_easy_setopt',
      kind: 'url',
      arguments: [2],
      when: (call) => writtenName(call.arguments[1]?.argument.value) === 'CURLOPT_URL',
    },
    ...['getaddrinfo', 'gethostbyname', 'BIO_new_connect'].map(
      (callee): Sink => ({ callee, kind: 'url', arguments: [0] }),
    ),
    { callee: 'BIO_set_conn_hostname', kind: 'url', arguments: [1] },
    { callee: 'URLDownloadToFileA', kind: 'url', arguments: [1] },
    { callee: 'InternetOpenUrlA', kind: 'url', arguments: [1] },
    ...['ldap_search_ext_s', 'ldap_search_s', 'ldap_search_ext', 'ldap_search', 'ldap_search_st'].map(
      (callee): Sink => ({ callee, kind: 'ldap', arguments: [3] }),
    ),
    { callee: 'xmlXPathEvalExpression', kind: 'xpath', arguments: [0] },
    { callee: 'xmlXPathEval', kind: 'xpath', arguments: [0] },
    { callee: 'xmlXPathCompile', kind: 'xpath', arguments: [0] },
    { callee: '*.select_nodes', kind: 'xpath', arguments: [0] },
    { callee: '*.select_node', kind: 'xpath', arguments: [0] },
  ],
  sanitizers: [
    { callee: 'g_markup_escape_text', kinds: ['html', 'xml'] },
    { callee: 'curl_easy_escape', kinds: ['url', 'html', 'header', 'path'] },
  ],
};

function isLogStream({ expression: { callee } }: CallFact): boolean {
  return (
    callee.kind === 'member' &&
    /(?:^|[._])(?:clog|\w*log(?:_?file|_?stream|ger|s)?_?)$/i.test(writtenName(callee.object))
  );
}
