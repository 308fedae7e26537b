import type { Framework, Sink } from '#engine/analysis/framework.ts';

const VERBS = ['delete', 'del', 'get', 'head', 'options', 'patch', 'post', 'put', 'request', 'stream'] as const;
const CLIENTS = [
  'axios',
  'got',
  'needle',
  'request',
  'request-promise',
  'superagent',
  'ky',
  'unirest',
  'undici',
  'bent',
  'phin',
] as const;

/** Clients that fetch an address. */
export const HTTP_CLIENTS: Framework = {
  name: 'http-clients',
  aliases: {
    'node-fetch': 'fetch',
    'node-fetch.default': 'fetch',
    'cross-fetch': 'fetch',
    'isomorphic-fetch': 'fetch',
    'undici.fetch': 'fetch',
    'window.fetch': 'fetch',
    'globalThis.fetch': 'fetch',
    'request-promise-native': 'request-promise',
    'axios.default': 'axios',
    'jQuery.ajax': 'jQuery.ajax',
    needle: 'needle',
  },
  implicit: {
    axios: 'axios',
    got: 'got',
    superagent: 'superagent',
    needle: 'needle',
    rp: 'request-promise',
    nodeFetch: 'fetch',
  },
  types: { 'axios.create()': 'axios' },
  sources: [
    { value: 'fetch().json()', kind: 'local', what: 'the reply of another server' },
    { value: 'fetch().text()', kind: 'local', what: 'the reply of another server' },
    { value: 'axios.get().data', kind: 'local', what: 'the reply of another server' },
    { value: 'axios.post().data', kind: 'local', what: 'the reply of another server' },
  ],
  sinks: [
    { callee: 'fetch', kind: 'url', arguments: [0] },
    ...CLIENTS.map((client): Sink => ({ callee: client, kind: 'url', arguments: [0] })),
    ...CLIENTS.flatMap((client) =>
      VERBS.map((verb): Sink => ({ callee: `${client}.${verb}`, kind: 'url', arguments: [0] })),
    ),
    { callee: 'puppeteer.launch().newPage().goto', kind: 'url', arguments: [0] },
    { callee: '*.goto', kind: 'url', arguments: [0] },
    { callee: '*.openStream', kind: 'url', arguments: [0] },
  ],
};
