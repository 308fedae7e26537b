import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findSecrets } from './find-secrets.ts';
import { redactSecrets, redactText } from './redact-secrets.ts';

/** Made up, and put together here so that no scanner takes this file for a leak. */
const SECRETS = {
  aws: ['AKIA', 'Q3EGRZ5TN7WLXKP2'],
  github: ['ghp_', 'a8Kd93jfLq02nVb47sTzXw61mRc5Yh0uGpEo'],
  fineGrained: ['github_pat_', '11BQ3X7Y0a8Kd93jfLq02n_Vb47sTzXw61mRc5Yh0'],
  gitlab: ['glpat-', 'a8Kd93jfLq02nVb47sTz'],
  openai: ['sk-proj-', 'a8Kd93jfLq02nVb47sTzXw61mRc5Yh0uGpEoT3'],
  anthropic: ['sk-ant-api03-', 'a8Kd93jfLq02nVb-47sTzXw61mRc5Yh0uGpEo'],
  slack: ['xoxb-', '48213907765-a8Kd93jfLq02nVb47sTz'],
  google: ['AIza', 'Sya8Kd93jfLq02nVb47sTzXw61mRc5Yh0uG'],
  stripe: ['sk_live_', 'a8Kd93jfLq02nVb47sTzXw61'],
  npm: ['npm_', 'a8Kd93jfLq02nVb47sTzXw61mRc5Yh0uGpEo'],
  jwt: ['eyJ', 'hbGciOiJIUzI1NiJ9.eyJzdWIiOiI0ODIxMyJ9.a8Kd93jfLq02nVb47sTzXw61mRc5'],
} as const;

const whole = (name: keyof typeof SECRETS): string => SECRETS[name].join('');

const BEGIN = ['-----BEGIN', 'RSA PRIVATE KEY-----'].join(' ');
const END = ['-----END', 'RSA PRIVATE KEY-----'].join(' ');
const KEY_LINES = [
  'MIIEpAIBAAKCAQEAx7Jd02kfLqPz/81nVbTs+Xw61mRc5Yh0uGpEoQ3EGRZ5TN7W',
  'LxKP2a8Kd93jfLq02nVb47sTzXw61mRc5A==',
];
const KEY = [BEGIN, ...KEY_LINES, END].join('\n');

const file = (text: string, path = 'app.py'): { readonly path: string; readonly text: string } => ({ path, text });

describe('redactSecrets', () => {
  it.each(Object.entries(SECRETS))('hides a token of the kind %s and leaves its prefix', (_, [prefix, rest]) => {
    const { files } = redactSecrets([file(`key = "${prefix}${rest}"  # here\n`)]);

    const text = files[0]?.text ?? '';
    expect(text).not.toContain(rest);
    expect(text.startsWith(`key = "${prefix}`)).toBe(true);
    expect(text).toHaveLength(`key = "${prefix}${rest}"  # here\n`.length);
    expect(text.endsWith('"  # here\n')).toBe(true);
  });

  it.each(Object.entries(SECRETS))('leaves a text in which a token of the kind %s is still recognised', (_, parts) => {
    const original = `key = "${parts.join('')}"`;

    const again = findSecrets(redactSecrets([file(original)]).files[0]?.text ?? '');

    expect(again.map(({ kind }) => kind)).toEqual(findSecrets(original).map(({ kind }) => kind));
    expect(again).toHaveLength(1);
  });

  it.each([
    ['postgres://app:', 'Tr0ub4dor%26', '@db.internal:5432/app'],
    ['mongodb+srv://app:', 's3cr&t', '@cluster0.test'],
    ['https://deploy:', 'hunter2!', '@git.internal/x.git'],
    ['Server=db;User=sa;Password=', 'Gr8Pass!', ';Encrypt=true'],
    ['DefaultEndpointsProtocol=https;AccountKey=', `${'a8Kd93jfLq02nVb47sTzXw61mRc5Yh0u'.repeat(2)}aB==`, ';'],
  ])('hides the password in %s…', (before, password, after) => {
    const { files } = redactSecrets([file(`url = "${before}${password}${after}"`)]);

    const text = files[0]?.text ?? '';
    expect(text).not.toContain(password);
    expect(text).toMatch(new RegExp(`^url = "[^"]{${before.length + password.length + after.length}}"$`));
    expect(text).toContain(before);
    expect(text).toContain(after);
  });

  it.each([
    ['SECRET_KEY = "', 'f8Zp2LqX91vNw3Tb', '"'],
    ['"apiKey": "', 'f8Zp2LqX91vNw3Tb', '"'],
    ["os.environ.get('AUTH_TOKEN', '", 'f8Zp2LqX91vNw3Tb', "')"],
    ['const char *password = "', 'f8Zp2LqX91vNw3Tb', '";'],
    ['private String token: String = "', 'f8Zp2LqX91vNw3Tb', '"'],
    ['Authorization: Bearer ', 'f8Zp2LqX91vNw3TbKd93jf', ''],
  ])('hides a random value that has a telling name: %s', (before, secret, after) => {
    const { files } = redactSecrets([file(`${before}${secret}${after}`)]);

    expect(files[0]?.text).not.toContain(secret);
    expect(files[0]?.text.startsWith(before)).toBe(true);
  });

  it.each([
    'api_key = "your-api-key"',
    'api_key = "YOUR_API_KEY_GOES_HERE_1"',
    'api_key = "xxxxxxxxxxxxxxxxxxxx1"',
    'api_key = "<your key here 12345>"',
    'key = "AKIAIOSFODNN7EXAMPLE"',
    'key = "sk-your-openai-key-goes-here-please"',
    'key = "sk_test_a8Kd93jfLq02nVb47sTzXw61"',
    'url = "postgres://postgres:postgres@localhost/app"',
    'url = f"postgres://{user}:{password}@localhost/app"',
    'url = "postgres://%s:%s@localhost/app" % (user, password)',
    'url = "http://localhost:8080/@scope"',
    'password = "correct horse battery staple"',
    'token_url = "https://login.internal/oauth2/v2/token"',
    'token_path = "/var/run/secrets/token1/value"',
    'secret_name = "projects-prod-database-2"',
    'password_method = "pbkdf2:sha256:600000"',
    `${['-----BEGIN', 'CERTIFICATE-----'].join(' ')}\n${KEY_LINES[0]}\n`,
    'password = input("password: ")',
  ])('leaves what is no secret: %s', (text) => {
    expect(redactSecrets([file(text)]).files).toEqual([file(text)]);
  });

  it('hides each line of a private key and keeps its edges and lines', () => {
    const { files, secrets } = redactSecrets([file(`KEY = """${KEY}"""\n`)]);

    const lines = (files[0]?.text ?? '').split('\n');
    expect(lines[0]).toBe(`KEY = """${BEGIN}`);
    expect(lines[3]).toBe(`${END}"""`);
    expect(lines.slice(1, 3).map((line) => line.length)).toEqual(KEY_LINES.map((line) => line.length));
    expect(lines.slice(1, 3)).not.toContain(KEY_LINES[0]);
    expect(secrets.map(({ kind }) => kind)).toEqual(['private-key', 'private-key']);
  });

  it('hides a key on one line with escaped line breaks, and one that has no end', () => {
    const escaped = KEY.replaceAll('\n', '\\n');
    const open = KEY.slice(0, KEY.length - END.length);

    for (const text of [`key = "${escaped}"`, open]) {
      const { files, restore } = redactSecrets([file(text)]);
      for (const line of KEY_LINES) expect(files[0]?.text).not.toContain(line);
      expect(restore(files)).toEqual([file(text)]);
    }
  });

  it('gives one secret one placeholder in every file, and another secret another', () => {
    const other = SECRETS.github[1].split('').reverse().join('');
    const { files, secrets } = redactSecrets([
      file(`a = "${whole('github')}"`, 'a.py'),
      file(`b = "${whole('github')}"\nc = "ghp_${other}"`, 'b.py'),
    ]);

    const [a = '', b = ''] = files.map(({ text }) => text);
    expect(b.split('\n')[0]).toBe(a.replace('a =', 'b ='));
    expect(new Set(secrets.map(({ placeholder }) => placeholder)).size).toBe(2);
  });

  it('hides an unmistakable secret also where its prefix was cut off', () => {
    const { files } = redactSecrets([file(`a = "${whole('stripe')}"\nb = "sk_live" + "_" + "${SECRETS.stripe[1]}"`)]);

    expect(files[0]?.text).not.toContain(SECRETS.stripe[1]);
  });

  it('says the same for the same files', () => {
    const files = [file(`a = "${whole('aws')}"\n${KEY}`), file(`b = "${whole('jwt')}"`, 'b.py')];

    expect(redactSecrets(files).files).toEqual(redactSecrets(files).files);
  });

  it('restores placeholders that were moved, repeated and indented, and misses none that was removed', () => {
    const redaction = redactSecrets([file(`A = "${whole('aws')}"\nB = "${whole('github')}"\nK = """\n${KEY}"""\n`)]);
    const [aws, github, first] = redaction.secrets.map(({ placeholder }) => placeholder);

    const restored = redaction.restore([
      file(`X = ["AKIA${aws}", "AKIA${aws}"]\n`, 'new.py'),
      file(`K = "  ${first}"\nC = "changed"\n`),
    ]);

    expect(github).toBeDefined();
    expect(restored).toEqual([
      file(`X = ["${whole('aws')}", "${whole('aws')}"]\n`, 'new.py'),
      file(`K = "  ${KEY_LINES[0]}"\nC = "changed"\n`),
    ]);
  });

  it('gives back every text exactly, with lengths and line breaks kept on the way', () => {
    const piece = fc.oneof(
      fc.string({ maxLength: 20 }),
      fc.constantFrom(
        ...Object.values(SECRETS).map((parts) => parts.join('')),
        KEY,
        KEY.replaceAll('\n', '\\n'),
        BEGIN,
        END,
        'postgres://app:hunter2@db/',
        'password="f8Zp2LqX91vNw3Tb"',
        'SecCode',
        '\n',
        ' ',
        '"',
      ),
    );
    const text = fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join(''));

    fc.assert(
      fc.property(fc.array(text, { maxLength: 3 }), (texts) => {
        const files = texts.map((content, index) => file(content, `${index}.py`));
        const redaction = redactSecrets(files);

        expect(redaction.restore(redaction.files)).toEqual(files);
        expect(redaction.files.map((redacted) => redacted.text.split('\n').map((line) => line.length))).toEqual(
          files.map((original) => original.text.split('\n').map((line) => line.length)),
        );
        for (const { placeholder } of redaction.secrets) {
          for (const original of files) expect(original.text).not.toContain(placeholder);
        }
      }),
    );
  });

  it('restores a redaction of a redaction', () => {
    const files = [file(`a = "${whole('aws')}"`)];
    const once = redactSecrets(files);
    const twice = redactSecrets(once.files);

    expect(once.restore(twice.restore(twice.files))).toEqual(files);
  });
});

describe('redactText', () => {
  it('uses the placeholders of the files, hides new secrets too, and restores both', () => {
    const known = redactSecrets([file(`a = "${whole('github')}"`)]);

    const { text, redaction } = redactText(`Use ${whole('github')} and ${whole('npm')}.`, known);

    const placeholder = known.secrets[0]?.placeholder ?? '';
    expect(text.startsWith(`Use ghp_${placeholder} and npm_`)).toBe(true);
    expect(text).not.toContain(SECRETS.npm[1]);
    expect(redaction.restoreText(text)).toBe(`Use ${whole('github')} and ${whole('npm')}.`);
    expect(redaction.restore(known.files)).toEqual([file(`a = "${whole('github')}"`)]);
  });

  it('leaves a text without secrets alone', () => {
    expect(redactText('Write a login form.', redactSecrets([])).text).toBe('Write a login form.');
  });
});

describe('findSecrets', () => {
  it.each([
    ['eyJ', 'eyJ-'.repeat(50_000)],
    ['tokens', 'token_'.repeat(33_000)],
    ['schemes', 'a://'.repeat(50_000)],
    ['user names', `a://${'b'.repeat(200_000)}`],
    ['edges of keys', `${BEGIN}\n`.repeat(6_000)],
    ['assignments', 'secret = "a1b2'.repeat(14_000)],
    ['letters', 'a'.repeat(200_000)],
  ])('stays fast on 200 kB of %s', (_, text) => {
    const start = performance.now();
    findSecrets(text);

    expect(performance.now() - start).toBeLessThan(5_000);
  });
});
