import type { CallFact, ModuleFacts } from '#engine/analysis/facts.ts';
import { calleeName, endsWithName } from '#engine/analysis/judges/callee-name.ts';
import { textOf } from '#engine/analysis/judges/constant-of.ts';
import { identifierWords } from '#engine/analysis/identifier-words.ts';
import { secretKind } from '#engine/analysis/judges/secret-name.ts';
import { ancestorsOf, usesOf } from '#engine/analysis/judges/surroundings.ts';
import { walk } from '#engine/analysis/judges/walk.ts';
import { lastName } from '#engine/analysis/judges/written-name.ts';
import type { Rule } from '#engine/analysis/rule.ts';

const WEAK: ReadonlySet<string> = new Set(['md2', 'md4', 'md5', 'sha', 'sha1', 'ripemd', 'ripemd160', 'rmd160']);
/** Any fast hash is too fast for a password. */
const FAST: ReadonlySet<string> = new Set([...WEAK, 'sha256', 'sha512', 'sha384', 'sha224']);
/** Packages that are a hash. */
const PACKAGES: ReadonlySet<string> = new Set(['md5', 'js-md5', 'blueimp-md5', 'sha1', 'js-sha1', 'md5-hex']);
/** Uses for which collisions do no harm. */
const HARMLESS: ReadonlySet<string> = new Set([
  'cache',
  'etag',
  'checksum',
  'gravatar',
  'avatar',
  'uuid',
  'bucket',
  'shard',
  'dedupe',
  'color',
  'file',
  'files',
  'filename',
  'path',
  'slug',
  'id',
  'uid',
  'git',
  'blob',
  'chunk',
  'content',
  'contents',
  'fingerprint',
  'memo',
  'build',
  'version',
  'revision',
  'index',
  'url',
  'image',
  'asset',
  'assets',
  'source',
  'src',
  'code',
  'module',
  'style',
  'css',
  'hash',
  'key',
  'state',
  'name',
  'accept',
  'websocket',
  'handshake',
  'integrity',
  'stream',
  'data',
  'buffer',
  'string',
  'str',
  'email',
  'mail',
  'template',
  'query',
  'manifest',
  'package',
  'bundle',
  'public',
]);

export const rule: Rule = {
  id: 'javascript/weak-hash',
  languages: ['javascript', 'typescript'],
  cwes: ['CWE-328', 'CWE-327', 'CWE-916'],
  title: 'Weak hash function',
  severity: 'medium',
  rationale:
    'Two inputs with one hash can be computed for MD5 and SHA-1; and any fast hash of a password can be guessed back.',
  remediation: 'Hash with SHA-256 or stronger, and passwords with scrypt, bcrypt or Argon2.',
  references: [
    'https://cwe.mitre.org/data/definitions/328.html',
    'https://cwe.mitre.org/data/definitions/327.html',
    'https://cwe.mitre.org/data/definitions/916.html',
  ],
  stage: 'stable',

  check: (facts, report) => {
    for (const call of facts.calls) {
      const hash = hashOf(call);
      if (hash === undefined || !FAST.has(hash)) continue;
      const secret = secretHashed(facts, call);
      if (!WEAK.has(hash) && secret === undefined) continue;
      if (secret !== undefined) {
        report(call.at, {
          message: `'${secret}' is hashed with ${display(hash)}, which is fast enough to guess it back.`,
          confidence: 'high',
        });
        continue;
      }
      report(call.at, {
        message: `The hash function ${display(hash)} has known collisions.`,
        confidence: isHarmless(facts, call) ? 'low' : 'medium',
      });
    }
  },
};

function hashOf(call: CallFact): string | undefined {
  const name = calleeName(call);
  if (endsWithName(name, 'crypto.createHash') || name === '*.createHash' || name === 'createHash')
    return plain(textOf(call.argument(0)));
  if (endsWithName(name, 'crypto.createHmac')) return undefined;
  if (PACKAGES.has(name)) return /sha1/.test(name) ? 'sha1' : 'md5';
  const [, crypto] = /(?:crypto-js|CryptoJS)\.(MD5|SHA1|SHA256|SHA512|RIPEMD160)$/.exec(name) ?? [];
  return plain(crypto);
}

function plain(name: string | undefined): string | undefined {
  return name?.toLowerCase().replaceAll(/[-_]/g, '');
}

/** Name of the password that is hashed in this chain of calls. */
function secretHashed(facts: ModuleFacts, call: CallFact): string | undefined {
  let chain = call.expression;
  for (const node of ancestorsOf(facts, call.expression)) {
    if (node.kind === 'call') chain = node;
    else if (node.kind !== 'member') break;
  }
  for (const node of walk([chain], { intoFunctions: false })) {
    const name = node.kind === 'name' || node.kind === 'member' ? lastName(node) : '';
    if (name !== '' && secretKind(name) === 'password') return name;
  }
  const uses = usesOf(facts, call.expression);
  return [...uses.names, uses.within].find(
    (name) => secretKind(name) === 'password' || /hash_?pass|pass\w*hash|encrypt_?pass/i.test(name),
  );
}

function isHarmless(facts: ModuleFacts, call: CallFact): boolean {
  const uses = usesOf(facts, call.expression);
  return [...uses.names, uses.within].some((name) => identifierWords(name).some((word) => HARMLESS.has(word)));
}

function display(hash: string): string {
  return hash.toUpperCase().replace(/^SHA(\d)/, 'SHA-$1');
}
