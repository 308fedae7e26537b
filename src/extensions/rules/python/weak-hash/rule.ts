import { calleeName, endsWithName } from '#engine/analysis/judges/callee-name.ts';
import { isConstant, textOf } from '#engine/analysis/judges/constant-of.ts';
import { identifierWords } from '#engine/analysis/identifier-words.ts';
import { secretKind } from '#engine/analysis/judges/secret-name.ts';
import { usesOf } from '#engine/analysis/judges/surroundings.ts';
import { lastName } from '#engine/analysis/judges/written-name.ts';
import { calleeTable } from '#engine/analysis/judges/callee-table.ts';
import type { CallFact, ModuleFacts } from '#engine/analysis/facts.ts';
import type { Rule, TextEdit } from '#engine/analysis/rule.ts';

/** Hash functions with known collisions. */
const WEAK: ReadonlySet<string> = new Set(['md2', 'md4', 'md5', 'sha', 'sha1', 'ripemd', 'ripemd160']);

/** Calls that name the hash themselves, by the end of their names. */
const fixedHash = calleeTable([
  { callee: 'hashlib.md5', hash: 'md5' },
  { callee: 'hashlib.sha1', hash: 'sha1' },
  { callee: 'hashlib.md4', hash: 'md4' },
  { callee: 'MD2.new', hash: 'md2' },
  { callee: 'MD4.new', hash: 'md4' },
  { callee: 'MD5.new', hash: 'md5' },
  { callee: 'SHA.new', hash: 'sha1' },
  { callee: 'SHA1.new', hash: 'sha1' },
  { callee: 'RIPEMD.new', hash: 'ripemd' },
  { callee: 'RIPEMD160.new', hash: 'ripemd160' },
  { callee: 'hashes.MD5', hash: 'md5' },
  { callee: 'hashes.SHA1', hash: 'sha1' },
  { callee: 'md5.new', hash: 'md5' },
  { callee: 'md5.md5', hash: 'md5' },
  { callee: 'sha.new', hash: 'sha1' },
]);

/** Uses for which collisions do no harm, by the words of the names around the call. */
const HARMLESS: ReadonlySet<string> = new Set([
  'cache',
  'cached',
  'etag',
  'checksum',
  'checksums',
  'gravatar',
  'avatar',
  'uuid',
  'bucket',
  'shard',
  'partition',
  'dedupe',
  'dedup',
  'duplicate',
  'duplicates',
  'seed',
  'color',
  'colour',
  'filename',
  'file',
  'files',
  'fname',
  'path',
  'paths',
  'dir',
  'folder',
  'suffix',
  'slug',
  'short',
  'unique',
  'id',
  'uid',
  'ident',
  'identifier',
  'git',
  'blob',
  'chunk',
  'block',
  'piece',
  'pieces',
  'torrent',
  'blocks',
  'content',
  'contents',
  'fingerprint',
  'memo',
  'memoize',
  'build',
  'version',
  'revision',
  'index',
  'url',
  'uri',
  'image',
  'img',
  'download',
  'downloaded',
  'archive',
  'md5sum',
  'sha1sum',
  'filepath',
  'hexdigest5',
  'changed',
  'config',
  'cfg',
  'test',
  'ring',
  'node',
  'state',
  'query',
  'sql',
  'statement',
  'source',
  'src',
  'code',
  'template',
  'static',
  'asset',
  'lock',
]);

export const rule: Rule = {
  id: 'python/weak-hash',
  languages: ['python'],
  cwes: ['CWE-328', 'CWE-327'],
  title: 'Weak hash function',
  severity: 'medium',
  rationale: 'Two inputs with one hash can be computed for MD5 and SHA-1, so the hash proves nothing about its input.',
  remediation: 'Hash with SHA-256 or stronger; state usedforsecurity=False where the hash protects nothing.',
  references: [
    'https://cwe.mitre.org/data/definitions/328.html',
    'https://cwe.mitre.org/data/definitions/327.html',
    'https://docs.python.org/3/library/hashlib.html',
  ],
  stage: 'stable',

  check: (facts, report) => {
    for (const call of facts.calls) {
      const hash = weakHash(call);
      if (hash === undefined || isConstant(call.argument('usedforsecurity'), false)) continue;
      const secret = protectedSecret(facts, call);
      // How a password is hashed is a matter of `password-storage`.
      const isOther = hashesPassword(call);
      const isHarmless = isOther || (secret === undefined && isHarmlessUse(facts, call));
      const fix = secret === undefined ? [] : fixOf(facts, call);
      report(call.at, {
        message:
          secret === undefined
            ? `The hash function ${display(hash)} has known collisions.`
            : `The hash function ${display(hash)}, which has known collisions, is used for '${secret}'.`,
        confidence: isHarmless ? 'low' : secret === undefined ? 'medium' : 'high',
        ...(fix.length > 0 && { fix }),
      });
    }
  },
};

function weakHash(call: CallFact): string | undefined {
  const name = calleeName(call);
  const fixed = fixedHash(name);
  if (fixed !== undefined) return fixed.hash;
  const named = endsWithName(name, 'hashlib.new')
    ? textOf(call.argument(0, 'name'))
    : endsWithName(name, 'hashlib.file_digest')
      ? textOf(call.argument(1, 'digest'))
      : undefined;
  const plain = named?.toLowerCase().replaceAll(/[-_]/g, '');
  return plain !== undefined && WEAK.has(plain) ? plain : undefined;
}

/** Name of a secret that goes in, or of what the hash is stored as. */
function protectedSecret(facts: ModuleFacts, call: CallFact): string | undefined {
  const isPassword = (name: string): boolean => {
    const kind = secretKind(name);
    return kind !== undefined && kind !== 'digest' && !/salt|nonce/i.test(name);
  };
  for (const { argument } of call.arguments) {
    const name = lastName(argument.value);
    if (isPassword(name)) return name;
    // `password.encode('utf-8')`
    const inner =
      argument.value.kind === 'call' && argument.value.callee.kind === 'member'
        ? lastName(argument.value.callee.object)
        : '';
    if (isPassword(inner)) return inner;
  }
  const uses = usesOf(facts, call.expression);
  return uses.names.find((name) => isPassword(name)) ?? (isPassword(uses.within) ? uses.within : undefined);
}

/** Whether a password goes straight in. */
function hashesPassword(call: CallFact): boolean {
  return call.arguments.some(({ argument: { value } }) => {
    const inner = value.kind === 'call' && value.callee.kind === 'member' ? value.callee.object : value;
    return secretKind(lastName(inner)) === 'password';
  });
}

function isHarmlessUse(facts: ModuleFacts, call: CallFact): boolean {
  const uses = usesOf(facts, call.expression);
  // `self.algorithm()`: what is chosen elsewhere; `def md5(data)`: a name for the function itself.
  const { callee } = call.expression;
  if (callee.kind === 'member' && callee.object.kind === 'name' && callee.object.name === 'self') return true;
  if (/^_?(?:hash_?|compute_?|calc_?|get_?)?(?:md5|sha1?)(?:_?(?:hash|sum|hex|digest))?$/i.test(uses.within))
    return true;
  if (callee.kind === 'name' && !facts.imports.has(calleeName(call)) && !/md5|sha/i.test(callee.name)) return true;
  if (/\.(?:digest_size|block_size|name)\b/.test(facts.codeAt({ start: call.at.end, end: call.at.end + 12 })))
    return true;
  const given = call.arguments.map(({ argument }) => facts.textAt(argument.value.at).slice(0, 200));
  return [...uses.names, uses.within, ...given].some((name) =>
    identifierWords(name).some((word) => HARMLESS.has(word)),
  );
}

function fixOf(facts: ModuleFacts, call: CallFact): readonly TextEdit[] {
  const { callee } = call.expression;
  const written = facts.textAt(callee.at);
  return written === 'hashlib.md5' || written === 'hashlib.sha1' ? [{ at: callee.at, newText: 'hashlib.sha256' }] : [];
}

function display(hash: string): string {
  return hash.startsWith('sha') ? 'SHA-1' : hash.startsWith('ripemd') ? 'RIPEMD' : hash.toUpperCase();
}
