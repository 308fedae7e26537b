/** First words of an info string that mean commands to type, not a program. */
export const SHELL_WORDS: ReadonlySet<string> = new Set([
  'bash',
  'sh',
  'shell',
  'zsh',
  'fish',
  'console',
  'terminal',
  'shell-session',
  'shellsession',
  'session',
  'cmd',
  'bat',
  'batch',
  'powershell',
  'ps1',
  'pwsh',
  'dos',
]);

/** First words of an info string that mean text which is no program: output, messages, trees. */
export const PLAIN_WORDS: ReadonlySet<string> = new Set([
  'text',
  'txt',
  'plain',
  'plaintext',
  'output',
  'log',
  'none',
  'http',
  'curl',
  'mermaid',
  'markdown',
  'md',
]);

export const DIFF_WORDS: ReadonlySet<string> = new Set(['diff', 'patch', 'udiff']);

/** Endings of files that go with a program without being in a language that has a detector. */
export const COMPANION_ENDINGS: ReadonlySet<string> = new Set(
  (
    'html htm css scss less sql json jsonc yaml yml toml xml md rst txt ini cfg conf properties env example sh bash ' +
    'bat ps1 csv svg proto graphql ejs j2 jinja jinja2 hbs pug tmpl tpl mustache gradle mod sum lock vue svelte mk cmake'
  ).split(' '),
);

/** File names without a telling ending. */
export const BARE_NAMES: ReadonlySet<string> = new Set(['dockerfile', 'makefile', 'procfile', 'gemfile', 'rakefile']);

/** Products whose names look like file names. Written with a capital they are the product. */
export const PRODUCT_NAMES: ReadonlySet<string> = new Set(
  'Node.js Express.js Vue.js React.js Next.js Nuxt.js Nest.js Three.js D3.js Chart.js Ember.js Backbone.js Socket.io'.split(
    ' ',
  ),
);

/** What stands before a block that shows how to use the program, or how it used to be. */
export const EXAMPLE_CUE: RegExp =
  /\b(?:usage|examples?|e\.g|for instance|how to (?:use|run|test|call)|run (?:it|the|this)|try it|call it|use it|used? like|like this|(?:to|can) test|tests? for|unit tests?|output|prints|sample|demo|demonstration|alternatively|alternative|optional(?:ly)?|before|previously|originally|original|old|vulnerable|insecure|unsafe|instead of|the (?:problem|culprit)|key (?:change|part|line)s?|relevant (?:part|line|change)s?|in short|snippet)\b/i;
