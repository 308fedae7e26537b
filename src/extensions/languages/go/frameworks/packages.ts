import type { Framework } from '#engine/analysis/framework.ts';

/** Packages whose name is not their path. */
const PATHS = `archive/tar archive/zip compress/gzip crypto/aes crypto/cipher crypto/des crypto/ecdsa crypto/elliptic crypto/hmac
  crypto/md5 crypto/rc4 crypto/rsa crypto/sha1 crypto/sha256 crypto/sha512 crypto/subtle crypto/tls crypto/x509 database/sql
  encoding/base64 encoding/csv encoding/gob encoding/hex encoding/json encoding/pem encoding/xml html/template io/fs
  io/ioutil log/slog math/big mime/multipart net/http net/http/httputil net/mail net/smtp net/url os/exec os/signal
  path/filepath sync/atomic unicode/utf8`;

/** What the names of packages mean in a file that imports none of them. */
export const PACKAGES: Framework = {
  name: 'packages',
  aliases: { 'math/rand/v2': 'math/rand', ioutil: 'io/ioutil' },
  implicit: Object.fromEntries(
    PATHS.split(/\s+/)
      .filter((path) => path !== '')
      .map((path) => [path.slice(path.lastIndexOf('/') + 1), path]),
  ),
};
