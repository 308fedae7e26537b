import type { BanditRule } from './bandit-rule.ts';
import { LIBRARY_RULES } from './library-rules.ts';

const XML_REMEDY = 'Parse with the defusedxml package, which refuses entities and external references.';
const HASH_REMEDY = 'Use SHA-256 or better; for passwords use scrypt, bcrypt or Argon2.';
const SECRET_REMEDY = 'Read the secret from the environment or a secret store, and fail when it is missing.';

/** Python's XML parsers expand entities; how far depends on the version of expat, so the confidence is not high. */
const XML = {
  cwes: ['CWE-611', 'CWE-776'],
  severity: 'medium',
  confidence: 'medium',
  message: "The XML is parsed by one of Python's own parsers, which expand entities.",
  remediation: XML_REMEDY,
} as const satisfies BanditRule;

const SECRET = {
  cwes: ['CWE-798', 'CWE-259'],
  severity: 'medium',
  confidence: 'medium',
  remediation: SECRET_REMEDY,
} as const;

/**
 * Bandit's tests that SecCode listens to, by id.
 *
 * Left out are B401 to B415: an import alone is no weakness; and B309 and B322, which speak of Python 2. Severity says how
 * bad the flaw is where it is real, confidence how often a hit is real.
 */
export const RULES: Readonly<Record<string, BanditRule>> = {
  B101: {
    cwes: ['CWE-703'],
    severity: 'info',
    confidence: 'low',
    message: 'The check is an assert, which Python leaves out when it runs with -O.',
    remediation: 'Raise an exception where the check protects something.',
  },
  B102: {
    cwes: ['CWE-95'],
    severity: 'high',
    confidence: 'medium',
    message: 'exec runs text as code.',
    remediation: 'Replace exec by a table of the functions that may be called.',
  },
  B103: {
    cwes: ['CWE-732'],
    severity: 'medium',
    confidence: 'high',
    message: 'The file mode gives rights to users other than the owner.',
    remediation: 'Give rights to the owner only: 0o600 for files, 0o700 for folders and programs.',
    // Group and others may read and run, as with 0o755, but not write.
    milder: { when: /^Chmod setting a permissive mask 0o[0-7]*[0145][0145] /, severity: 'low', confidence: 'low' },
  },
  B104: {
    cwes: ['CWE-1327', 'CWE-605'],
    severity: 'low',
    confidence: 'medium',
    message: 'The server listens on all network interfaces.',
    remediation: 'Bind to 127.0.0.1, and let the deployment choose another address.',
  },
  B105: { ...SECRET, message: 'A variable named like a secret is set to a fixed text.' },
  B106: { ...SECRET, message: 'An argument named like a secret is a fixed text.' },
  B107: { ...SECRET, message: 'A parameter named like a secret has a fixed text as its default.' },
  B108: {
    cwes: ['CWE-377', 'CWE-379'],
    severity: 'low',
    confidence: 'medium',
    message: 'The code names a fixed path in a folder that every user can write to.',
    remediation: 'Create the file with the tempfile module.',
  },
  B110: {
    cwes: ['CWE-390', 'CWE-703'],
    severity: 'info',
    confidence: 'high',
    message: 'The exception handler does nothing.',
    remediation: 'Catch the exceptions that you expect, and log or handle them.',
  },
  B112: {
    cwes: ['CWE-390', 'CWE-703'],
    severity: 'info',
    confidence: 'high',
    message: 'The exception handler only goes on with the loop.',
    remediation: 'Catch the exceptions that you expect, and log or handle them.',
  },
  B113: {
    cwes: ['CWE-400', 'CWE-1088'],
    severity: 'low',
    confidence: 'high',
    message: 'The HTTP request waits without limit.',
    remediation: 'Pass a timeout in seconds.',
  },
  B201: {
    cwes: ['CWE-489', 'CWE-94', 'CWE-215'],
    severity: 'high',
    confidence: 'high',
    message: "Flask runs in debug mode, whose console runs a visitor's code.",
    remediation: 'Remove debug=True, and switch it on from outside while developing.',
  },
  B202: {
    cwes: ['CWE-22'],
    severity: 'high',
    confidence: 'medium',
    message: 'The archive is unpacked without a check of where its members go.',
    remediation: "Pass filter='data' to extractall, or check that each member stays inside the target folder.",
  },
  B301: {
    cwes: ['CWE-502'],
    severity: 'high',
    confidence: 'medium',
    message: 'The data is unpickled, which can call any function that the data names.',
    remediation: 'Exchange data as JSON, or check a signature before unpickling.',
  },
  B302: {
    cwes: ['CWE-502'],
    severity: 'medium',
    confidence: 'medium',
    message: 'The data is read by marshal, which is not safe against crafted data.',
    remediation: 'Exchange data as JSON.',
  },
  B303: {
    cwes: ['CWE-328', 'CWE-327'],
    severity: 'medium',
    confidence: 'medium',
    message: 'The hash function is broken: collisions are cheap.',
    remediation: HASH_REMEDY,
  },
  B304: {
    cwes: ['CWE-327'],
    severity: 'high',
    confidence: 'high',
    message: 'The cipher is broken or too weak.',
    remediation: 'Use AES-GCM or ChaCha20-Poly1305.',
  },
  B305: {
    cwes: ['CWE-327'],
    severity: 'medium',
    confidence: 'high',
    message: 'The cipher runs in ECB mode, which shows equal blocks as equal.',
    remediation: 'Use an authenticated mode such as GCM with a fresh nonce.',
  },
  B306: {
    cwes: ['CWE-377'],
    severity: 'medium',
    confidence: 'high',
    message: 'tempfile.mktemp only returns a name, which another process can take first.',
    remediation: 'Use tempfile.mkstemp or NamedTemporaryFile.',
  },
  B307: {
    cwes: ['CWE-95'],
    severity: 'high',
    confidence: 'medium',
    message: 'eval runs text as code.',
    remediation: 'Parse literals with ast.literal_eval, and expressions with a parser of their own.',
  },
  B308: {
    cwes: ['CWE-79'],
    severity: 'medium',
    confidence: 'medium',
    message: 'mark_safe switches the escaping of HTML off for this text.',
    remediation: 'Build the HTML with format_html, which escapes the values.',
  },
  B310: {
    cwes: ['CWE-918', 'CWE-22'],
    severity: 'medium',
    confidence: 'low',
    message: 'The URL that is opened is not constant and may name a local file or an inner host.',
    remediation: 'Check that the scheme is https and the host is on a list before opening.',
  },
  B311: {
    cwes: ['CWE-338', 'CWE-330'],
    severity: 'medium',
    confidence: 'low',
    message: 'The random numbers come from a generator that can be predicted.',
    remediation: 'Use the secrets module for tokens, keys and passwords.',
  },
  B312: {
    cwes: ['CWE-319'],
    severity: 'medium',
    confidence: 'high',
    message: 'Telnet sends everything, passwords included, in clear text.',
    remediation: 'Use SSH.',
  },
  B313: XML,
  B314: XML,
  B315: XML,
  B316: XML,
  B317: XML,
  B318: XML,
  B319: XML,
  B320: XML,
  B321: {
    cwes: ['CWE-319'],
    severity: 'medium',
    confidence: 'high',
    message: 'FTP sends everything, passwords included, in clear text.',
    remediation: 'Use SFTP, or FTP_TLS with prot_p().',
  },
  B323: {
    cwes: ['CWE-295'],
    severity: 'high',
    confidence: 'high',
    message: 'The TLS context accepts any certificate.',
    remediation: 'Use ssl.create_default_context().',
  },
  B324: {
    cwes: ['CWE-328', 'CWE-327'],
    severity: 'medium',
    confidence: 'medium',
    message: 'The hash function is broken: collisions are cheap.',
    remediation: `${HASH_REMEDY} Say usedforsecurity=False where it only sums up data.`,
  },
  B325: {
    cwes: ['CWE-377'],
    severity: 'medium',
    confidence: 'high',
    message: 'os.tempnam only returns a name, which another process can take first.',
    remediation: 'Use tempfile.mkstemp or NamedTemporaryFile.',
  },
  ...LIBRARY_RULES,
};
