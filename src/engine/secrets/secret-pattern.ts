/** What a secret is, and which part of a match is hidden. */
export interface SecretPattern {
  /** Stable name: `github-token`. */
  readonly kind: string;
  /**
   * Global; the group `secret` is what is hidden. Text is hostile: every quantifier is bounded or cannot backtrack, and
   * a look-behind keeps a match from starting inside a longer word.
   */
  readonly pattern: RegExp;
  /** Upper-case letters and the digits 2 to 7 only, as AWS has it; else letters and digits. */
  readonly alphabet?: 'base32';
  /** Also hide the same text where the pattern does not see it. Not for passwords: they can be ordinary words. */
  readonly isUnmistakable: boolean;
  /** Only values that look random count: the pattern sees a name, not the form of a secret. */
  readonly needsRandomness?: boolean;
}

const START = '(?<![A-Za-z0-9_-])';

function token(kind: string, prefix: string, rest: string, flags = 'g'): SecretPattern {
  return { kind, pattern: new RegExp(`${START}${prefix}(?<secret>${rest})`, flags), isUnmistakable: true };
}

/**
 * Forms in which services hand out secrets. The prefix stays readable, so that a detector still sees a credential of
 * that service. Forms that are only test keys by the service's own word (`sk_test_`) are left alone.
 */
export const SECRET_PATTERNS: readonly SecretPattern[] = [
  { ...token('aws-access-key', '(?:AKIA|ASIA)', '[A-Z2-7]{16}(?![A-Za-z0-9])'), alphabet: 'base32' },
  token('github-token', 'gh[pousr]_', '[A-Za-z0-9]{36,255}'),
  token('github-token', 'github_pat_', '[A-Za-z0-9_]{22,255}'),
  token('gitlab-token', 'glpat-', '[A-Za-z0-9_-]{20,100}'),
  token('anthropic-key', 'sk-ant-(?:[a-z0-9]{1,10}-)?', '[A-Za-z0-9_-]{20,200}'),
  token('openrouter-key', 'sk-or-v1-', '[A-Za-z0-9]{20,200}'),
  token('openai-key', 'sk-(?:proj-|svcacct-|admin-)?', '(?!ant-|or-v1-)[A-Za-z0-9_-]{20,300}'),
  token('groq-key', 'gsk_', '[A-Za-z0-9]{40,100}'),
  token('hugging-face-token', 'hf_', '[A-Za-z0-9]{30,100}'),
  token('slack-token', 'xox[abeoprs]-', '[A-Za-z0-9-]{10,250}'),
  token('slack-webhook', 'hooks\\.slack\\.com/services/', '[A-Za-z0-9]{6,20}/[A-Za-z0-9]{6,20}/[A-Za-z0-9]{16,40}'),
  token('google-key', 'AIza', '[A-Za-z0-9_-]{35}(?![A-Za-z0-9_-])'),
  token('google-client-secret', 'GOCSPX-', '[A-Za-z0-9_-]{24,40}'),
  token('stripe-key', '(?:sk|rk)_live_', '[A-Za-z0-9]{16,200}'),
  token('stripe-webhook-secret', 'whsec_', '[A-Za-z0-9+/=]{24,200}'),
  token('npm-token', 'npm_', '[A-Za-z0-9]{36}(?![A-Za-z0-9])'),
  token('pypi-token', 'pypi-', 'AgE[A-Za-z0-9_-]{40,300}'),
  token('sendgrid-key', 'SG\\.', '[A-Za-z0-9_-]{16,32}\\.[A-Za-z0-9_-]{30,64}'),
  token('databricks-token', 'dapi', '[a-f0-9]{32}(?![A-Za-z0-9])'),
  token('digitalocean-token', 'do[opr]_v1_', '[a-f0-9]{64}'),
  token('telegram-token', '\\d{8,10}:AA', '[A-Za-z0-9_-]{33}(?![A-Za-z0-9_-])'),
  token('jwt', 'eyJ', '[A-Za-z0-9_-]{8,4000}\\.eyJ[A-Za-z0-9_-]{8,8000}\\.[A-Za-z0-9_-]{16,2000}'),
  token('azure-account-key', 'AccountKey=', '[A-Za-z0-9+/]{40,100}={0,2}'),
  {
    kind: 'connection-password',
    pattern: /(?<![A-Za-z0-9+.-])[A-Za-z][A-Za-z0-9+.-]{1,20}:\/\/[^\s:@/'"`]{0,80}:(?<secret>[^\s@/'"`{}<>]{4,200})@/g,
    isUnmistakable: false,
  },
  {
    kind: 'connection-password',
    pattern: /(?<=;\s{0,4})(?:password|pwd)\s{0,4}=\s{0,4}(?<secret>[^\s;'"`{}<>]{4,100})(?=[;'"`])/gi,
    isUnmistakable: false,
  },
  {
    kind: 'bearer-token',
    pattern: /\bBearer (?<secret>[A-Za-z0-9_.~+/-]{20,400}={0,2})/g,
    isUnmistakable: true,
    needsRandomness: true,
  },
  {
    kind: 'named-secret',
    pattern:
      /(?:secret|token|passw(?:or)?d|passphrase|api[-_ ]?key|access[-_ ]?key|private[-_ ]?key|auth[-_ ]?key|encryption[-_ ]?key|credential)\w{0,30}["'`\]]{0,2}\s{0,8}(?::\s{0,4}[A-Za-z]{1,20}\s{0,4})?(?:=>|:=|=|:|,)\s{0,8}[A-Za-z]{0,2}(?<quote>["'`])(?<secret>[^\s"'`\\:{}<>]{16,200})\k<quote>/gi,
    isUnmistakable: true,
    needsRandomness: true,
  },
];
