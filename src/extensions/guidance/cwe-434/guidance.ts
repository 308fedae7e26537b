import type { Guidance } from '#engine/guidance/guidance.ts';

export const guidance: Guidance = {
  cwe: 'CWE-434',
  title: 'Unrestricted file upload',
  what: 'Uploaded files are stored without a check of type, size and name in a place where they can be executed or served.',
  exploited:
    "An attacker uploads a script, an HTML or SVG page or a huge file, and has it run by the server or in visitors' browsers.",
  fixed: {
    general:
      "Allow a short list of types and check the extension and the content's signature. Limit size and count. Store under a name made by the server, outside the web root, without execute permission, and serve with a fixed `Content-Type`, `X-Content-Type-Options: nosniff` and `Content-Disposition: attachment`. Re-encode images.",
    python:
      'Set `MAX_CONTENT_LENGTH`, take the suffix from an allow-list, name the file `uuid.uuid4().hex + suffix`, and check images with `PIL.Image.open(f).verify()`; use `secure_filename` only for display names.',
    javascript:
      'Use multer with `limits: { fileSize, files }`, a `fileFilter`, and a `filename` made of `crypto.randomUUID()`; check the content with `fileTypeFromBuffer` of file-type.',
    java: 'Set `@MultipartConfig(maxFileSize = ...)`, name files with `UUID.randomUUID()`, detect the type with Apache Tika, and write below a folder outside the deployment.',
    go: 'Wrap the body with `http.MaxBytesReader`, check `http.DetectContentType` of the first 512 bytes, and store under a random name.',
    c: 'Limit the bytes read, compare the leading bytes with known signatures, and create the file with `O_CREAT | O_EXCL` and mode 0600 under a generated name.',
  },
  traps: [
    "The client's `Content-Type` header and the file name are the attacker's words.",
    'Looking only at the last extension misses `shell.php.jpg` on some servers; a block-list misses `.phtml`.',
    'A right signature does not stop a file that is both an image and a script.',
  ],
};
