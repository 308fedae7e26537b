import type { CallFact } from '#engine/analysis/facts.ts';
import type { Framework, Sink } from '#engine/analysis/framework.ts';
import type { Value } from '#engine/analysis/value.ts';
import { libraries, library } from './library.ts';

const url = (callee: string, position: number | 'receiver' = 0): Sink => ({
  callee,
  kind: 'url',
  arguments: [position],
});

const NAMES = libraries(
  library('java.net', ['HttpURLConnection'], ['URL', 'URI', 'Socket', 'ServerSocket', 'InetAddress', 'URLConnection']),
  library('java.net.http', ['HttpClient'], ['HttpRequest']),
  library(
    'org.apache.http.client.methods',
    [],
    ['HttpGet', 'HttpPost', 'HttpPut', 'HttpDelete', 'HttpHead', 'HttpPatch'],
  ),
  library('org.apache.commons.net.ftp', ['FTPClient'], []),
  library('kong.unirest', [], ['Unirest']),
  library('javax.imageio', [], ['ImageIO']),
  library('okhttp3', ['OkHttpClient'], ['Request']),
  library('org.jsoup', [], ['Jsoup']),
  library('javax.naming', ['Context'], ['InitialContext']),
  library('javax.naming.directory', ['DirContext', 'InitialDirContext'], ['SearchControls']),
  library('javax.naming.ldap', ['LdapContext'], ['InitialLdapContext']),
  library('org.springframework.ldap.core', ['LdapTemplate'], []),
  library(
    'javax.net.ssl',
    ['SSLContext', 'HttpsURLConnection', 'SSLSocket'],
    ['HostnameVerifier', 'X509TrustManager', 'TrustManager'],
  ),
);

const DIRECTORY = 'javax.naming.directory.DirContext';

/** Addresses, requests to other machines, directories. */
export const NETWORK: Framework = {
  name: 'network',
  ...NAMES,
  types: {
    ...NAMES.types,
    'java.net.URL.openConnection()': 'java.net.HttpURLConnection',
    'okhttp3.Request.Builder()': 'okhttp3.Request.Builder',
    'javax.naming.directory.InitialDirContext()': DIRECTORY,
    'javax.naming.ldap.InitialLdapContext()': DIRECTORY,
    'javax.naming.InitialContext()': 'javax.naming.Context',
  },
  aliases: {
    ...NAMES.aliases,
    ...Object.fromEntries(
      ['HttpGet', 'HttpPost', 'HttpPut', 'HttpDelete', 'HttpHead', 'HttpPatch'].map((name) => [
        `org.apache.hc.client5.http.classic.methods.${name}`,
        `org.apache.http.client.methods.${name}`,
      ]),
    ),
    'com.mashape.unirest.http.Unirest': 'kong.unirest.Unirest',
    'javax.naming.ldap.LdapContext': DIRECTORY,
    'javax.naming.directory.InitialDirContext': DIRECTORY,
  },
  implicit: {
    ...NAMES.implicit,
    ctx: DIRECTORY,
    dirContext: DIRECTORY,
    ldapTemplate: 'org.springframework.ldap.core.LdapTemplate',
  },
  operations: {
    'java.net.InetAddress.getByName': 'same',
    'java.net.URL': 'same',
    'java.net.URI': 'same',
    'java.net.URI.create': 'same',
    '*.toURI': 'same',
    '*.toURL': 'same',
  },
  sinks: [
    url('*.openConnection', 'receiver'),
    url('*.openStream', 'receiver'),
    url('java.net.http.HttpRequest.newBuilder'),
    url('org.apache.http.client.methods.HttpGet'),
    url('org.apache.http.client.methods.HttpPost'),
    url('org.apache.http.client.methods.HttpPut'),
    url('org.apache.http.client.methods.HttpDelete'),
    url('org.apache.http.client.methods.HttpHead'),
    url('org.jsoup.Jsoup.connect'),
    url('java.net.Socket'),
    url('okhttp3.Request.Builder.url'),
    url('*.uri'),
    url('*.getForObject'),
    url('*.getForEntity'),
    url('java.net.URL.getContent', 'receiver'),
    url('javax.imageio.ImageIO.read'),
    url('org.apache.commons.io.FileUtils.copyURLToFile'),
    url('org.apache.http.client.methods.HttpPatch'),
    url('org.apache.http.client.fluent.Request.Get'),
    url('org.apache.http.client.fluent.Request.Post'),
    ...['get', 'post', 'put', 'delete', 'head', 'patch'].map((name) => url(`kong.unirest.Unirest.${name}`)),
    ...['getAbs', 'postAbs', 'requestAbs'].map((name) => url(`*.${name}`)),
    {
      callee: 'org.apache.commons.io.IOUtils.toString',
      kind: 'url',
      arguments: [0],
      when: (call) => call.argument(0)?.name === 'java.net.URL',
    },
    { callee: `${DIRECTORY}.search`, kind: 'ldap', arguments: [0, 1] },
    { callee: 'org.springframework.ldap.core.LdapTemplate.search', kind: 'ldap', arguments: [0, 1] },
    { callee: '*.search', kind: 'ldap', arguments: [0, 1], when: (call) => call.arguments.length >= 3 },
    // UnboundID's connections: base, scope, filter.
    {
      callee: '*.search',
      kind: 'ldap',
      arguments: [2],
      when: (call) => call.arguments.length >= 3 && /\bSearchScope\.\w+$/.test(call.argument(1)?.name ?? ''),
    },
    { callee: 'com.unboundid.ldap.sdk.Filter.create', kind: 'ldap', arguments: [0] },
    { callee: 'com.unboundid.ldap.sdk.SearchRequest', kind: 'ldap', arguments: [0, 2, 3] },
    {
      callee: '*.filter',
      kind: 'ldap',
      arguments: [0],
      when: ({ receiver }) => /LdapQueryBuilder\b/.test(receiver?.name ?? ''),
    },
    // The name that a program signs in with.
    { callee: '*.put', kind: 'ldap', arguments: [1], when: (call) => namesPrincipal(call.argument(0)) },
    { callee: 'javax.naming.Context.lookup', kind: 'ldap', arguments: [0] },
    { callee: 'java.security.MessageDigest.getInstance', kind: 'crypto', arguments: [0] },
    { callee: 'byte[]', kind: 'size', arguments: [0] },
    { callee: 'int[]', kind: 'size', arguments: [0] },
    { callee: 'char[]', kind: 'size', arguments: [0] },
    { callee: 'Thread.sleep', kind: 'resource', arguments: [0] },
  ],
  guards: [
    // Of the tests of an address, the one that keeps the networks of an organisation out. The others leave those open.
    { callee: '*.isSiteLocalAddress', argument: 'receiver', when: false, kinds: ['url'] },
    { callee: '*.endsWith', argument: 'receiver', when: true, kinds: ['url', 'redirect'], given: namesDomain },
    { callee: '*.isAbsolute', argument: 'receiver', when: false, kinds: ['redirect', 'url'] },
  ],
  sanitizers: [
    { callee: '*.encodeForLDAP', kinds: ['ldap'] },
    { callee: '*.encodeForDN', kinds: ['ldap'] },
    { callee: '*.createEqualityFilter', kinds: ['ldap'] },
    { callee: '*.escapeDn', kinds: ['ldap'] },
    { callee: '*.escapeValue', kinds: ['ldap'] },
    { callee: '*.filterEncode', kinds: ['ldap'] },
    { callee: '*.nameEncode', kinds: ['ldap'] },
  ],
};

/** `Context.SECURITY_PRINCIPAL`, `"java.naming.security.principal"`. */
function namesPrincipal(key: Value | undefined): boolean {
  return key?.constant?.value === 'java.naming.security.principal' || /\bSECURITY_PRINCIPAL$/.test(key?.name ?? '');
}

/** `host.endsWith(".example.org")`. */
function namesDomain(call: CallFact): boolean {
  const ending = call.argument(0)?.constant?.value;
  return typeof ending === 'string' && /^\.[\w-]+\.\w/.test(ending);
}
