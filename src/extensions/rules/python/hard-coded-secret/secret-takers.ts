import { calleeTable } from '#engine/analysis/judges/callee-table.ts';
import type { ArgumentName } from '#engine/analysis/framework.ts';

/** An argument that is a secret, whatever the variable is called that goes in. */
export interface SecretTaker {
  readonly callee: string;
  readonly argument: readonly ArgumentName[];
  readonly what: string;
}

/** By the end of the callee's name. */
const SECRET_TAKERS: readonly SecretTaker[] = [
  { callee: 'jwt.encode', argument: [1, 'key'], what: 'signing key' },
  { callee: 'jwt.decode', argument: [1, 'key'], what: 'signing key' },
  { callee: 'hmac.new', argument: [0, 'key'], what: 'signing key' },
  { callee: 'fernet.Fernet', argument: [0, 'key'], what: 'encryption key' },
  { callee: 'AES.new', argument: [0, 'key'], what: 'encryption key' },
  { callee: 'DES.new', argument: [0, 'key'], what: 'encryption key' },
  { callee: 'DES3.new', argument: [0, 'key'], what: 'encryption key' },
  { callee: 'ARC4.new', argument: [0, 'key'], what: 'encryption key' },
  { callee: 'Blowfish.new', argument: [0, 'key'], what: 'encryption key' },
  { callee: 'algorithms.AES', argument: [0, 'key'], what: 'encryption key' },
  { callee: 'aead.AESGCM', argument: [0, 'key'], what: 'encryption key' },
  { callee: 'aead.ChaCha20Poly1305', argument: [0, 'key'], what: 'encryption key' },
  { callee: 'smtplib.SMTP.login', argument: [1, 'password'], what: 'password' },
  { callee: 'ftplib.FTP.login', argument: [1, 'passwd'], what: 'password' },
  { callee: 'ftplib.FTP', argument: [2, 'passwd'], what: 'password' },
  { callee: 'imaplib.IMAP4_SSL.login', argument: [1, 'password'], what: 'password' },
  { callee: 'MySQLdb.connect', argument: [2, 'passwd', 'password'], what: 'password' },
  { callee: 'pymysql.connect', argument: [2, 'passwd', 'password'], what: 'password' },
  { callee: 'auth.HTTPBasicAuth', argument: [1, 'password'], what: 'password' },
];

/** The row for a qualified name. */
export const secretTaker: (name: string) => SecretTaker | undefined = calleeTable(SECRET_TAKERS);
