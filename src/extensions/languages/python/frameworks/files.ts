import type { Framework } from '#engine/analysis/framework.ts';
import { listed } from '#engine/analysis/list-entries.ts';
import { TEXT_KINDS } from '#engine/analysis/text-kinds.ts';

/** Paths, files, folders and archives of the standard library. */
export const FILES: Framework = {
  name: 'files',
  aliases: {
    posixpath: 'os.path',
    ntpath: 'os.path',
    'pathlib.PurePath': 'pathlib.Path',
    'pathlib.PosixPath': 'pathlib.Path',
    pathlib2: 'pathlib',
  },
  types: {
    'pathlib.Path()': 'pathlib.Path',
    'pathlib.Path.resolve()': 'pathlib.Path',
    'pathlib.Path.absolute()': 'pathlib.Path',
    'pathlib.Path.joinpath()': 'pathlib.Path',
    'tarfile.open()': 'tarfile.TarFile',
    'tarfile.TarFile()': 'tarfile.TarFile',
    'tarfile.TarFile.open()': 'tarfile.TarFile',
    'zipfile.ZipFile()': 'zipfile.ZipFile',
  },
  parameters: { tar: 'tarfile.TarFile', tar_file: 'tarfile.TarFile', zip_file: 'zipfile.ZipFile' },
  sources: [
    ...listed.sources(
      'file',
      'the name of a member of an archive',
      `zipfile.ZipFile.namelist() zipfile.ZipFile.infolist() tarfile.TarFile.getnames() tarfile.TarFile.getmembers()
       tarfile.TarFile.next()`,
    ),
  ],
  sinks: [
    ...listed.sinks(
      'path',
      [0, 'path'],
      `os.open os.remove os.unlink os.rmdir os.removedirs os.listdir os.scandir os.walk os.mkdir os.makedirs os.chmod
       os.chown os.truncate os.stat os.utime os.readlink os.access os.chdir shutil.rmtree shutil.disk_usage
       shutil.chown aiofiles.open gzip.open bz2.open lzma.open linecache.getline`,
    ),
    ...listed.sinks('path', [0, 'path'], 'os.path.exists os.path.isfile os.path.isdir os.path.getsize os.path.lexists'),
    ...listed.sinks(
      'path',
      ['receiver'],
      'pathlib.Path.exists pathlib.Path.is_file pathlib.Path.is_dir pathlib.Path.stat',
    ),
    ...listed.sinks(
      'path',
      [0, 1, 'src', 'dst'],
      'os.rename os.renames os.replace os.link os.symlink shutil.copy shutil.copy2 shutil.copyfile shutil.copytree shutil.move shutil.copymode',
    ),
    ...listed.sinks(
      'path',
      ['receiver'],
      `pathlib.Path.open pathlib.Path.read_text pathlib.Path.read_bytes pathlib.Path.write_text pathlib.Path.write_bytes
       pathlib.Path.unlink pathlib.Path.rmdir pathlib.Path.mkdir pathlib.Path.iterdir pathlib.Path.rename pathlib.Path.touch
       pathlib.Path.replace pathlib.Path.glob`,
    ),
    ...listed.sinks('path', ['receiver'], '*.read_text *.read_bytes *.write_text *.write_bytes'),
    ...listed.sinks('path', [0, 'name', 'file'], 'tarfile.open zipfile.ZipFile tarfile.TarFile'),
    ...listed.sinks(
      'path',
      [0],
      'configparser.ConfigParser().read configparser.RawConfigParser().read glob.glob glob.iglob',
    ),
    ...listed.sinks('path', [0], 'pandas.read_csv pandas.read_excel numpy.loadtxt PIL.Image.open cv2.imread'),
    ...listed.sinks(
      'archive',
      ['receiver'],
      'tarfile.TarFile.extractall tarfile.TarFile.extract zipfile.ZipFile.extractall',
    ),
    ...listed.sinks('archive', [0], 'shutil.unpack_archive'),
  ],
  sanitizers: [
    ...listed.sanitizers(['path', 'archive', 'upload'], 'os.path.basename ntpath.basename'),
    ...listed.sanitizers(['path', 'archive', 'header'], 'werkzeug.utils.secure_filename'),
    ...listed.sanitizers(['path', 'archive'], 'werkzeug.utils.safe_join flask.safe_join werkzeug.security.safe_join'),
    ...listed.sanitizers(['path', 'archive'], 'django.utils._os.safe_join django.utils.text.get_valid_filename'),
    ...listed.sanitizers(
      'all',
      'os.path.getsize os.path.isfile os.path.isdir os.path.exists os.path.islink os.path.isabs',
    ),
    ...listed.sanitizers(TEXT_KINDS, 'os.path.getmtime os.path.getctime tempfile.mkdtemp tempfile.mkstemp'),
  ],
  guards: [
    { callee: '*.parents', argument: 'receiver', when: true, kinds: ['path', 'archive'] },
    ...listed.guards(['path', 'archive'], 0, true, 'os.path.commonpath os.path.commonprefix'),
    ...listed.guards(['path', 'archive'], 0, true, 'os.path.basename'),
    ...listed.guards(['path', 'archive'], 'receiver', true, 'pathlib.Path.is_relative_to'),
    ...listed.guards(['path', 'archive'], 'receiver', true, 'pathlib.Path.relative_to'),
  ],
};
