import type { CallFact } from '#engine/analysis/facts.ts';
import type { Framework, Guard, Sink, Source } from '#engine/analysis/framework.ts';
import { libraries, library } from './library.ts';

const path = (callee: string, ...positions: readonly number[]): Sink => ({
  callee,
  kind: 'path',
  arguments: positions.length === 0 ? [0] : positions,
});

/** Calls after which a path has no `..` in it. */
const RESOLVING: readonly string[] = [
  '*.getCanonicalPath',
  '*.getCanonicalFile',
  '*.normalize',
  '*.toRealPath',
  'java.io.File.getCanonicalPath',
  'java.io.File.getCanonicalFile',
  'java.nio.file.Path.normalize',
  'java.nio.file.Path.toRealPath',
  'org.apache.commons.io.FilenameUtils.normalize',
  'org.springframework.util.StringUtils.cleanPath',
];

const prefix: Guard = {
  callee: '*.startsWith',
  argument: 'receiver',
  when: true,
  kinds: ['path', 'archive'],
  requires: RESOLVING,
  given: endsAtSeparator,
};

/** Entries of archives; a variable keeps the type that it is declared with. */
const ENTRIES: readonly string[] = [
  'java.util.zip.ZipEntry',
  'java.util.jar.JarEntry',
  'org.apache.commons.compress.archivers.ArchiveEntry',
  'org.apache.commons.compress.archivers.zip.ZipArchiveEntry',
  'org.apache.commons.compress.archivers.tar.TarArchiveEntry',
  'org.apache.commons.compress.archivers.sevenz.SevenZArchiveEntry',
];

/** What entries of archives are read from. */
const STREAMS: readonly string[] = [
  'java.util.zip.ZipInputStream',
  'java.util.jar.JarInputStream',
  'org.apache.commons.compress.archivers.ArchiveInputStream',
  'org.apache.commons.compress.archivers.tar.TarArchiveInputStream',
  'org.apache.commons.compress.archivers.zip.ZipArchiveInputStream',
  'org.apache.commons.compress.archivers.jar.JarArchiveInputStream',
  'org.apache.commons.compress.archivers.cpio.CpioArchiveInputStream',
];

const READ = [
  'readAllBytes',
  'readAllLines',
  'readString',
  'lines',
  'newInputStream',
  'newBufferedReader',
  'list',
  'walk',
  'newByteChannel',
  'newDirectoryStream',
  'size',
];
const WRITE = [
  'write',
  'writeString',
  'newOutputStream',
  'newBufferedWriter',
  'createFile',
  'createDirectory',
  'createDirectories',
  'delete',
  'deleteIfExists',
];

/**
 * A prefix of a text must end at a separator: `/srv/files-old` begins with `/srv/files`. Paths are compared part by part, and a
 * prefix that is not in sight is taken to be right.
 */
function endsAtSeparator({ expression: { callee, arguments: given }, argument }: CallFact): boolean {
  const tested = callee.kind === 'member' ? callee.object : callee;
  const isText =
    tested.kind === 'call' &&
    tested.callee.kind === 'member' &&
    /^(?:getCanonicalPath|toString|getPath|getAbsolutePath)$/.test(tested.callee.property);
  if (!isText) return true;
  const prefix = argument(0);
  const written = given[0]?.value;
  const text = prefix?.constant?.value ?? prefix?.parts?.at(-1);
  if (typeof text === 'string') return /[\\/]$/.test(text);
  return !(
    written?.kind === 'call' &&
    written.callee.kind === 'member' &&
    /^(?:getCanonicalPath|toString|getPath|getAbsolutePath)$/.test(written.callee.property)
  );
}

/** Files, paths and archives. */
export const FILES: Framework = {
  name: 'files',
  ...libraries(
    library(
      'java.io',
      [],
      [
        'File',
        'FileInputStream',
        'FileOutputStream',
        'FileReader',
        'FileWriter',
        'RandomAccessFile',
        'ObjectInputStream',
        'BufferedReader',
        'InputStreamReader',
        'StringReader',
        'ByteArrayInputStream',
        'BufferedInputStream',
      ],
    ),
    library('java.nio.file', [], ['Files', 'Paths', 'Path', 'FileSystems']),
    library('java.util.zip', ['ZipEntry', 'ZipInputStream', 'ZipFile'], ['GZIPInputStream']),
    library('java.util.jar', ['JarEntry'], []),
    library('org.apache.commons.compress.archivers', ['ArchiveEntry'], []),
    library('org.apache.commons.compress.archivers.tar', ['TarArchiveEntry'], []),
    library('org.apache.commons.io', [], ['FileUtils', 'FilenameUtils', 'IOUtils']),
    library('java.util', [], ['Scanner']),
  ),
  implicit: {
    ...libraries(
      library(
        'java.io',
        [],
        [
          'File',
          'FileInputStream',
          'FileOutputStream',
          'FileReader',
          'FileWriter',
          'RandomAccessFile',
          'ObjectInputStream',
          'BufferedReader',
          'InputStreamReader',
          'StringReader',
          'ByteArrayInputStream',
          'BufferedInputStream',
        ],
      ),
      library('java.nio.file', [], ['Files', 'Paths', 'Path', 'FileSystems']),
      library('java.util.zip', ['ZipEntry', 'ZipInputStream', 'ZipFile'], ['GZIPInputStream']),
      library('org.apache.commons.io', [], ['FileUtils', 'FilenameUtils', 'IOUtils']),
      library('java.util', [], ['Scanner']),
      library('java.util.jar', ['JarEntry'], []),
      library('org.apache.commons.compress.archivers.tar', ['TarArchiveEntry'], []),
      library('org.apache.commons.compress.archivers', ['ArchiveEntry'], []),
    ).implicit,
    args: 'MainArguments',
  },
  annotations: {
    ...libraries(
      library('java.util.zip', ['ZipEntry', 'ZipInputStream', 'ZipFile']),
      library('java.util.jar', ['JarEntry']),
      library('org.apache.commons.compress.archivers.tar', ['TarArchiveEntry']),
      library('org.apache.commons.compress.archivers', ['ArchiveEntry']),
    ).annotations,
    MainArguments: 'MainArguments',
  },
  types: {
    'java.io.File()': 'java.io.File',
    'java.util.zip.ZipInputStream()': 'java.util.zip.ZipInputStream',
    'java.util.zip.ZipInputStream.getNextEntry()': 'java.util.zip.ZipEntry',
    '*.getNextEntry()': 'java.util.zip.ZipEntry',
    '*.getNextTarEntry()': 'java.util.zip.ZipEntry',
    ...Object.fromEntries(
      STREAMS.flatMap((stream) =>
        ['getNextEntry', 'getNextTarEntry', 'getNextZipEntry', 'getNextJarEntry'].flatMap((method) =>
          [
            stream,
            `${stream}()`,
            stream.slice(stream.lastIndexOf('.') + 1),
            `${stream.slice(stream.lastIndexOf('.') + 1)}()`,
          ].map((name) => [`${name}.${method}()`, 'java.util.zip.ZipEntry']),
        ),
      ),
    ),
    '*.getNextJarEntry()': 'java.util.zip.ZipEntry',
    '*.getNextZipEntry()': 'java.util.zip.ZipEntry',
    '*.nextElement()': 'java.util.Enumeration.item',
    'java.nio.file.Paths.get()': 'java.nio.file.Path',
    'java.nio.file.Path.of()': 'java.nio.file.Path',
    ...Object.fromEntries(
      ['normalize', 'resolve', 'toRealPath', 'toAbsolutePath', 'getParent', 'resolveSibling'].map((name) => [
        `java.nio.file.Path.${name}()`,
        'java.nio.file.Path',
      ]),
    ),
    '*.toPath()': 'java.nio.file.Path',
    'java.io.File.toPath()': 'java.nio.file.Path',
    'java.io.File.getCanonicalFile()': 'java.io.File',
    'java.io.File.getAbsoluteFile()': 'java.io.File',
    '*.normalize()': 'java.nio.file.Path',
    '*.resolve()': 'java.nio.file.Path',
    'java.util.Scanner()': 'java.util.Scanner',
  },
  aliases: {
    'java.util.jar.JarEntry': 'java.util.zip.ZipEntry',
    'org.apache.commons.compress.archivers.ArchiveEntry': 'java.util.zip.ZipEntry',
    'org.apache.commons.compress.archivers.zip.ZipArchiveEntry': 'java.util.zip.ZipEntry',
    'org.apache.commons.compress.archivers.tar.TarArchiveEntry': 'java.util.zip.ZipEntry',
  },
  operations: {
    'java.nio.file.Paths.get': 'path-join',
    'java.nio.file.Path.of': 'path-join',
    'java.io.File': 'path-join',
    '*.resolve': 'path-join',
    '*.toFile': 'same',
    '*.toAbsolutePath': 'same',
    '*.getAbsolutePath': 'same',
    '*.getAbsoluteFile': 'same',
    '*.getPath': 'same',
  },
  sources: [
    { value: 'MainArguments', kind: 'local', what: 'an argument of the command line' },
    { value: 'System.getenv()', kind: 'environment', what: 'a variable of the environment' },
    { value: 'System.getProperty()', kind: 'environment', what: 'a property of the system' },
    ...ENTRIES.map(
      (type): Source => ({ value: `${type}.getName()`, kind: 'file', what: 'the name of an archive entry' }),
    ),
    { value: 'System.console().readLine()', kind: 'local', what: 'the standard input' },
    { value: 'java.util.Scanner.nextLine()', kind: 'local', what: 'the standard input' },
    { value: 'java.util.Scanner.next()', kind: 'local', what: 'the standard input' },
    { value: 'java.util.Scanner.nextInt()', kind: 'local', what: 'the standard input' },
    { value: 'java.util.Scanner.nextLong()', kind: 'local', what: 'the standard input' },
    { value: 'java.io.BufferedReader.readLine()', kind: 'local', what: 'a line that is read' },
    { value: '*.readLine()', kind: 'local', what: 'a line that is read' },
  ],
  sinks: [
    path('java.io.FileInputStream'),
    path('java.io.FileOutputStream'),
    path('java.io.FileReader'),
    path('java.io.FileWriter'),
    path('java.io.RandomAccessFile'),
    path('java.io.PrintWriter'),
    ...READ.map((name) => path(`java.nio.file.Files.${name}`)),
    ...WRITE.map((name) => path(`java.nio.file.Files.${name}`)),
    path('java.nio.file.Files.copy', 0, 1),
    path('java.nio.file.Files.move', 0, 1),
    path('org.apache.commons.io.FileUtils.readFileToString'),
    path('org.apache.commons.io.FileUtils.readLines'),
    path('org.apache.commons.io.FileUtils.openOutputStream'),
    path('org.apache.commons.io.FileUtils.copyURLToFile', 1),
    path('org.apache.commons.io.FileUtils.moveFile', 0, 1),
    path('java.nio.channels.FileChannel.open'),
    path('com.google.common.io.Files.toByteArray'),
    path('com.google.common.io.Files.toString'),
    path('com.google.common.io.Files.copy', 0, 1),
    path('java.util.zip.ZipFile'),
    path('org.apache.commons.io.FileUtils.readFileToByteArray'),
    path('org.apache.commons.io.FileUtils.writeStringToFile'),
    path('org.apache.commons.io.FileUtils.writeByteArrayToFile'),
    path('org.apache.commons.io.FileUtils.openInputStream'),
    path('org.apache.commons.io.FileUtils.copyInputStreamToFile', 1),
    path('org.apache.commons.io.FileUtils.deleteDirectory'),
    path('org.apache.commons.io.FileUtils.deleteQuietly'),
    path('org.apache.commons.io.FileUtils.cleanDirectory'),
    path('org.apache.commons.io.FileUtils.copyFile'),
    path('org.apache.commons.io.FileUtils.copyFile', 1),
    path('org.apache.commons.io.FileUtils.forceDelete'),
    path('*.getResourceAsStream'),
    ...['delete', 'createNewFile', 'mkdirs', 'mkdir', 'listFiles', 'deleteOnExit'].map(
      (name): Sink => ({ callee: `java.io.File.${name}`, kind: 'path', arguments: ['receiver'] }),
    ),
    path('org.springframework.core.io.FileSystemResource'),
    path('FileSystemResource'),
    path('org.springframework.core.io.UrlResource'),
    path('UrlResource'),
  ],
  sanitizers: [
    { callee: 'java.io.File.getName', kinds: ['path', 'archive', 'upload'] },
    { callee: '*.getFileName', kinds: ['path', 'archive', 'upload'] },
    { callee: 'org.apache.commons.io.FilenameUtils.getName', kinds: ['path', 'archive', 'upload'] },
    { callee: 'org.apache.commons.io.FilenameUtils.getBaseName', kinds: ['path', 'archive', 'upload'] },
    { callee: 'org.apache.commons.io.FilenameUtils.getExtension', kinds: ['path', 'archive'] },
  ],
  guards: [prefix],
};
