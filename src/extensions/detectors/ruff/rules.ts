import type { RuffRule } from './ruff-rule.ts';

/** Ruff sees that the command is constant. */
const CONSTANT_COMMAND = { when: /seems safe/, severity: 'low', confidence: 'low' } as const;

const SHELL_REMEDY = 'Pass the program and its arguments as a list and leave the shell out.';
const SQL_REMEDY = 'Keep the SQL text constant and pass the values as parameters.';
const XML_REMEDY = 'Parse with the defusedxml package, which refuses entities and external references.';
const HASH_REMEDY = 'Use SHA-256 or better; for passwords use scrypt, bcrypt or Argon2.';
const SECRET_REMEDY = 'Read the secret from the environment or a secret store, and fail when it is missing.';
const TLS_REMEDY = 'Use ssl.create_default_context(), which negotiates a current version.';

/** Python's XML parsers expand entities; how far depends on the version of expat, so the confidence is not high. */
const XML = {
  cwes: ['CWE-611', 'CWE-776'],
  severity: 'medium',
  confidence: 'medium',
  message: "The XML is parsed by one of Python's own parsers, which expand entities.",
  remediation: XML_REMEDY,
} as const satisfies RuffRule;

const SECRET = {
  cwes: ['CWE-798', 'CWE-259'],
  severity: 'medium',
  confidence: 'medium',
  remediation: SECRET_REMEDY,
} as const;

/**
 * Ruff's rules of the family S (after flake8-bandit) that SecCode listens to, by code.
 *
 * Left out are S401 to S415: an import alone is no weakness. Severity says how bad the flaw is where it is real, confidence
 * how often a hit is real: a rule that flags every call of a function, whatever its arguments, is at most medium, and one
 * that mostly hits harmless code is low, so that it is reported and not fixed by default.
 */
export const RULES: Readonly<Record<string, RuffRule>> = {
  S101: {
    cwes: ['CWE-703'],
    severity: 'info',
    confidence: 'low',
    message: 'The check is an assert, which Python leaves out when it runs with -O.',
    remediation: 'Raise an exception where the check protects something.',
  },
  S102: {
    cwes: ['CWE-95'],
    severity: 'high',
    confidence: 'medium',
    message: 'exec runs text as code.',
    remediation: 'Replace exec by a table of the functions that may be called.',
  },
  S103: {
    cwes: ['CWE-732'],
    severity: 'medium',
    confidence: 'high',
    message: 'The file mode gives rights to users other than the owner.',
    remediation: 'Give rights to the owner only: 0o600 for files, 0o700 for folders and programs.',
    // Group and others may read and run, as with 0o755, but not write.
    milder: { when: /`0o[0-7]*[0145][0145]`/, severity: 'low', confidence: 'low' },
  },
  S104: {
    cwes: ['CWE-1327', 'CWE-605'],
    severity: 'low',
    confidence: 'medium',
    message: 'The server listens on all network interfaces.',
    remediation: 'Bind to 127.0.0.1, and let the deployment choose another address.',
  },
  S105: { ...SECRET, message: 'A variable named like a secret is set to a fixed text.' },
  S106: { ...SECRET, message: 'An argument named like a secret is a fixed text.' },
  S107: { ...SECRET, message: 'A parameter named like a secret has a fixed text as its default.' },
  S108: {
    cwes: ['CWE-377', 'CWE-379'],
    severity: 'low',
    confidence: 'medium',
    message: 'The code names a fixed path in a folder that every user can write to.',
    remediation: 'Create the file with the tempfile module.',
  },
  S110: {
    cwes: ['CWE-390', 'CWE-703'],
    severity: 'info',
    confidence: 'high',
    message: 'The exception handler does nothing.',
    remediation: 'Catch the exceptions that you expect, and log or handle them.',
  },
  S112: {
    cwes: ['CWE-390', 'CWE-703'],
    severity: 'info',
    confidence: 'high',
    message: 'The exception handler only goes on with the loop.',
    remediation: 'Catch the exceptions that you expect, and log or handle them.',
  },
  S113: {
    cwes: ['CWE-400', 'CWE-1088'],
    severity: 'low',
    confidence: 'high',
    message: 'The HTTP request waits without limit.',
    remediation: 'Pass a timeout in seconds.',
  },
  S201: {
    cwes: ['CWE-489', 'CWE-94', 'CWE-215'],
    severity: 'high',
    confidence: 'high',
    message: "Flask runs in debug mode, whose console runs a visitor's code.",
    remediation: 'Remove debug=True, and switch it on from outside while developing.',
  },
  S202: {
    cwes: ['CWE-22'],
    severity: 'high',
    confidence: 'medium',
    message: 'The archive is unpacked without a check of where its members go.',
    remediation: "Pass filter='data' to extractall, or check that each member stays inside the target folder.",
  },
  S301: {
    cwes: ['CWE-502'],
    severity: 'high',
    confidence: 'medium',
    message: 'The data is unpickled, which can call any function that the data names.',
    remediation: 'Exchange data as JSON, or check a signature before unpickling.',
  },
  S302: {
    cwes: ['CWE-502'],
    severity: 'medium',
    confidence: 'medium',
    message: 'The data is read by marshal, which is not safe against crafted data.',
    remediation: 'Exchange data as JSON.',
  },
  S303: {
    cwes: ['CWE-328', 'CWE-327'],
    severity: 'medium',
    confidence: 'medium',
    message: 'The hash function is broken: collisions are cheap.',
    remediation: HASH_REMEDY,
  },
  S304: {
    cwes: ['CWE-327'],
    severity: 'high',
    confidence: 'high',
    message: 'The cipher is broken or too weak.',
    remediation: 'Use AES-GCM or ChaCha20-Poly1305.',
  },
  S305: {
    cwes: ['CWE-327'],
    severity: 'medium',
    confidence: 'high',
    message: 'The cipher runs in ECB mode, which shows equal blocks as equal.',
    remediation: 'Use an authenticated mode such as GCM with a fresh nonce.',
  },
  S306: {
    cwes: ['CWE-377'],
    severity: 'medium',
    confidence: 'high',
    message: 'tempfile.mktemp only returns a name, which another process can take first.',
    remediation: 'Use tempfile.mkstemp or NamedTemporaryFile.',
  },
  S307: {
    cwes: ['CWE-95'],
    severity: 'high',
    confidence: 'medium',
    message: 'eval runs text as code.',
    remediation: 'Parse literals with ast.literal_eval, and expressions with a parser of their own.',
  },
  S308: {
    cwes: ['CWE-79'],
    severity: 'medium',
    confidence: 'medium',
    message: 'mark_safe switches the escaping of HTML off for this text.',
    remediation: 'Build the HTML with format_html, which escapes the values.',
  },
  S310: {
    cwes: ['CWE-918', 'CWE-22'],
    severity: 'medium',
    confidence: 'low',
    message: 'The URL that is opened is not constant and may name a local file or an inner host.',
    remediation: 'Check that the scheme is https and the host is on a list before opening.',
  },
  S311: {
    cwes: ['CWE-338', 'CWE-330'],
    severity: 'medium',
    confidence: 'low',
    message: 'The random numbers come from a generator that can be predicted.',
    remediation: 'Use the secrets module for tokens, keys and passwords.',
  },
  S312: {
    cwes: ['CWE-319'],
    severity: 'medium',
    confidence: 'high',
    message: 'Telnet sends everything, passwords included, in clear text.',
    remediation: 'Use SSH.',
  },
  S313: XML,
  S314: XML,
  S315: XML,
  S316: XML,
  S317: XML,
  S318: XML,
  S319: XML,
  S321: {
    cwes: ['CWE-319'],
    severity: 'medium',
    confidence: 'high',
    message: 'FTP sends everything, passwords included, in clear text.',
    remediation: 'Use SFTP, or FTP_TLS with prot_p().',
  },
  S323: {
    cwes: ['CWE-295'],
    severity: 'high',
    confidence: 'high',
    message: 'The TLS context accepts any certificate.',
    remediation: 'Use ssl.create_default_context().',
  },
  S324: {
    cwes: ['CWE-328', 'CWE-327'],
    severity: 'medium',
    confidence: 'medium',
    message: 'The hash function is broken: collisions are cheap.',
    remediation: `${HASH_REMEDY} Say usedforsecurity=False where it only sums up data.`,
  },
  S501: {
    cwes: ['CWE-295'],
    severity: 'high',
    confidence: 'high',
    message: "The request accepts any server's certificate.",
    remediation: 'Remove verify=False; pass the path of a CA bundle for a certificate of your own.',
  },
  S502: {
    cwes: ['CWE-326', 'CWE-327'],
    severity: 'high',
    confidence: 'high',
    message: 'The call asks for a version of SSL or TLS that is broken.',
    remediation: TLS_REMEDY,
  },
  S503: {
    cwes: ['CWE-326', 'CWE-327'],
    severity: 'medium',
    confidence: 'medium',
    message: 'A parameter has a broken version of SSL or TLS as its default.',
    remediation: TLS_REMEDY,
  },
  S504: {
    cwes: ['CWE-326', 'CWE-327'],
    severity: 'medium',
    confidence: 'medium',
    message: 'The call leaves the version of TLS open, so that an old one may be used.',
    remediation: TLS_REMEDY,
  },
  S505: {
    cwes: ['CWE-326'],
    severity: 'high',
    confidence: 'high',
    message: 'The key is too short to hold.',
    remediation: 'Use at least 2048 bits for RSA and DSA, and 224 for elliptic curves.',
  },
  S506: {
    cwes: ['CWE-502'],
    severity: 'high',
    confidence: 'high',
    message: 'yaml.load with this loader creates any object that the text names.',
    remediation: 'Use yaml.safe_load.',
  },
  S507: {
    cwes: ['CWE-322', 'CWE-295'],
    severity: 'high',
    confidence: 'high',
    message: 'The SSH client trusts host keys that it has never seen.',
    remediation: 'Load the known hosts and set RejectPolicy.',
  },
  S508: {
    cwes: ['CWE-319'],
    severity: 'medium',
    confidence: 'high',
    message: 'SNMP before version 3 sends everything in clear text.',
    remediation: 'Use SNMPv3 with authentication and privacy.',
  },
  S509: {
    cwes: ['CWE-319'],
    severity: 'medium',
    confidence: 'high',
    message: 'The SNMPv3 user has no authentication or no encryption.',
    remediation: 'Pass both an authentication key and a privacy key.',
  },
  S601: {
    cwes: ['CWE-78'],
    severity: 'medium',
    confidence: 'low',
    message: 'A command is run by the shell of another host.',
    remediation: 'Keep the command constant, or quote each value with shlex.quote.',
  },
  S602: {
    cwes: ['CWE-78'],
    severity: 'high',
    confidence: 'high',
    message: 'The command goes through a shell.',
    remediation: SHELL_REMEDY,
    milder: CONSTANT_COMMAND,
  },
  S603: {
    cwes: ['CWE-78'],
    severity: 'low',
    confidence: 'low',
    message: 'The program that is started, or one of its arguments, is not constant.',
    remediation: 'Check the values against a list of what is allowed before they reach the program.',
  },
  S604: {
    cwes: ['CWE-78'],
    severity: 'medium',
    confidence: 'low',
    message: 'A function is called with shell=True.',
    remediation: SHELL_REMEDY,
  },
  S605: {
    cwes: ['CWE-78'],
    severity: 'high',
    confidence: 'medium',
    message: 'The command goes through a shell.',
    remediation: `Use subprocess.run. ${SHELL_REMEDY}`,
    milder: CONSTANT_COMMAND,
  },
  S606: {
    cwes: ['CWE-78'],
    severity: 'low',
    confidence: 'low',
    message: 'A program is started without a shell.',
    remediation: 'Check the values against a list of what is allowed before they reach the program.',
  },
  S607: {
    cwes: ['CWE-426'],
    severity: 'low',
    confidence: 'low',
    message: 'The program is named without its folder, so PATH decides what is started.',
    remediation: 'Name the program with its full path where others control the environment.',
  },
  S608: {
    cwes: ['CWE-89'],
    severity: 'high',
    confidence: 'medium',
    message: 'The SQL text is put together from parts.',
    remediation: SQL_REMEDY,
  },
  S609: {
    cwes: ['CWE-155', 'CWE-78'],
    severity: 'medium',
    confidence: 'medium',
    message: 'A shell expands a wildcard in this command, and a file name can become an option.',
    remediation: 'List the files in Python and pass them after --, without a shell.',
  },
  S610: {
    cwes: ['CWE-89'],
    severity: 'high',
    confidence: 'medium',
    message: "A value that is not constant goes into Django's extra().",
    remediation: 'Use the query methods of the ORM, or pass values in params.',
  },
  S611: {
    cwes: ['CWE-89'],
    severity: 'high',
    confidence: 'medium',
    message: 'RawSQL gets a text that is not constant.',
    remediation: SQL_REMEDY,
  },
  S612: {
    cwes: ['CWE-94'],
    severity: 'medium',
    confidence: 'high',
    message: 'logging.config.listen takes settings from the network, and settings can name code to run.',
    remediation: 'Pass a verify function that checks a signature, or read the settings from a file.',
  },
  S701: {
    cwes: ['CWE-79'],
    severity: 'high',
    confidence: 'medium',
    message: 'The Jinja2 environment does not escape HTML.',
    remediation: 'Pass autoescape=True or select_autoescape().',
  },
  S702: {
    cwes: ['CWE-79'],
    severity: 'high',
    confidence: 'medium',
    message: 'Mako templates do not escape HTML by default.',
    remediation: "Pass default_filters=['h'].",
  },
  S704: {
    cwes: ['CWE-79'],
    severity: 'high',
    confidence: 'medium',
    message: 'Markup declares a text safe that is not constant.',
    remediation: "Use Markup('...{}').format(value), which escapes the value.",
  },
};
