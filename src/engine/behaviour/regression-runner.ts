/**
 * The program that runs pairs which are kept, as the text of a file: it needs Node alone, and is never run by SecCode. It
 * holds no template literals, so that it stands here as it is.
 */
export const REGRESSION_RUNNER: string = String.raw`// Written by SecCode. Runs the pairs beside it on the program in the folder above.
// It has no ending, so that nobody takes it for a part of the program, and is read as a module and as a script.
void main();

async function main() {
  const { default: assert } = await import('node:assert/strict');
  const { spawnSync } = await import('node:child_process');
  const { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, readlinkSync, rmSync, writeFileSync } = await import('node:fs');
  const { tmpdir } = await import('node:os');
  const { dirname, join, resolve, sep } = await import('node:path');
  const { test } = await import('node:test');

  const HERE = dirname(resolve(process.argv[1]));
  const ROOT = dirname(HERE);
  const IS_UNCONFINED = process.argv.includes('--unconfined');
  const PATH = '/usr/local/bin:/usr/bin:/bin';
  const LINKED = ['/bin', '/sbin', '/lib', '/lib32', '/lib64'];
  const READ = ['/usr', '/etc/alternatives', '/etc/ld.so.cache', '/nix/store', '/gnu/store'];
  const ADDRESS = /ERROR: AddressSanitizer/;
  const UNDEFINED = /: runtime error: /;

  for (const name of readdirSync(join(HERE, 'pairs')).sort()) {
    if (!name.endsWith('.json')) continue;
    const pair = JSON.parse(readFileSync(join(HERE, 'pairs', name), 'utf8'));
    const title = pair.weakness + ' at ' + pair.path + ':' + pair.line + ': ';
    let made;
    const run = (one) => runCase(pair, one, (made ??= make(pair)));
    test(title + 'the attack fails', () => {
      const seen = run(pair.hostile);
      assert.ok(!seen.holds, 'The attack works again.');
      assert.ok(seen.isOrderly, 'The program crashes, hangs or is ended by a sanitizer.');
    });
    test(title + 'the legitimate use works', () => {
      const seen = run(pair.legitimate);
      assert.ok(seen.holds && seen.isOrderly, 'The legitimate use no longer works.');
    });
  }

  function make(pair) {
    return inFolder((folder) => {
      lay(pair, folder);
      const way = pair.ways.find(({ tool }) => start([tool, '--version'], folder, {}, '', 15000).status === 0);
      assert.ok(way !== undefined, 'None of ' + pair.ways.map(({ tool }) => tool).join(', ') + ' can be run here' + (IS_UNCONFINED ? '.' : ' in bubblewrap.'));
      if (way.build.length === 0) return { way };
      assert.ok(start(way.build, folder, {}, '', 120000).status === 0, 'The program cannot be built.');
      return { way, binary: readFileSync(inside(folder, pair.output)) };
    });
  }

  function runCase(pair, one, { way, binary }) {
    return inFolder((folder) => {
      // What a case brings may not take the place of the program.
      for (const { path, text } of one.files) put(folder, path, text);
      lay(pair, folder);
      if (binary !== undefined) put(folder, pair.output, binary);
      const environment = Object.fromEntries(one.environment.map(({ name, value }) => [name, value]));
      const run = start([...way.start, ...one.arguments], folder, { ...environment, ...pair.environment }, one.stdin, 15000);
      const isReported = pair.isSanitized && (ADDRESS.test(run.stderr) || UNDEFINED.test(run.stderr));
      return {
        holds: one.checks.every((check) => holds(check, run, isReported, folder)),
        isOrderly: run.status !== null && !run.isKilled && !isReported,
      };
    });
  }

  function inFolder(work) {
    const folder = mkdtempSync(join(tmpdir(), 'seccode-proof-'));
    try {
      return work(folder);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }

  function lay(pair, folder) {
    for (const path of pair.program) put(folder, path, readFileSync(inside(ROOT, path)));
    if (pair.driver !== null) put(folder, pair.driver.path, pair.driver.text);
  }

  function holds({ look, path, text }, run, isReported, folder) {
    switch (look) {
      case 'stdout-has':
        return run.stdout.includes(text);
      case 'stdout-lacks':
        return !run.stdout.includes(text);
      case 'stderr-has':
        return run.stderr.includes(text);
      case 'exit-code':
        return !run.isKilled && String(run.status) === text.trim();
      case 'file-has':
        return existsSync(inside(folder, path)) && readFileSync(inside(folder, path), 'utf8').includes(text);
      case 'file-absent':
        return !existsSync(inside(folder, path));
      case 'crash':
        return run.isKilled && !run.isTimeout;
      case 'sanitizer-report':
        return isReported;
      default:
        throw new RangeError('Nobody knows how to look at ' + look + '.');
    }
  }

  function start(command, folder, environment, input, timeout) {
    const [program, ...rest] = IS_UNCONFINED ? command : confined(command, folder, environment);
    const env = IS_UNCONFINED ? { PATH: process.env.PATH, HOME: folder, LANG: 'C.UTF-8', ...environment } : { PATH: process.env.PATH };
    const ended = spawnSync(program, rest, { cwd: folder, env, input, timeout, maxBuffer: 1000000, killSignal: 'SIGKILL', encoding: 'utf8' });
    const isTimeout = ended.error !== undefined && ['ETIMEDOUT', 'ENOBUFS'].includes(ended.error.code);
    const isMissing = ended.error !== undefined && ended.error.code === 'ENOENT';
    if (isMissing && !IS_UNCONFINED) throw new Error('bubblewrap is not here, and attacks are not run without it. Install it, or read the pairs and pass --unconfined.');
    // Bubblewrap tells of a signal by an exit code, as shells do.
    const isKilled = ended.signal !== null || (!IS_UNCONFINED && ended.status > 128 && ended.status < 160);
    return { status: ended.status, stdout: ended.stdout ?? '', stderr: ended.stderr ?? '', isKilled, isTimeout };
  }

  function confined([tool, ...rest], folder, environment) {
    const isOwnNode = tool === 'node' && !process.execPath.startsWith('/usr/');
    const shown = [
      ...READ.filter((path) => existsSync(path)).flatMap((path) => ['--ro-bind', path, path]),
      ...LINKED.filter((path) => existsSync(path)).flatMap((path) => (isLink(path) ? ['--symlink', readlinkSync(path), path] : ['--ro-bind', path, path])),
      ...(isOwnNode ? ['--ro-bind', process.execPath, '/seccode-node'] : []),
    ];
    const set = Object.entries({ ...environment, PATH, HOME: '/tmp', TMPDIR: '/tmp', LANG: 'C.UTF-8' });
    return [
      ...['bwrap', '--unshare-all', '--die-with-parent', '--new-session', '--clearenv', '--cap-drop', 'ALL'],
      ...shown,
      ...['--proc', '/proc', '--dev', '/dev', '--tmpfs', '/tmp', '--bind', folder, '/work', '--chdir', '/work'],
      ...set.flatMap(([name, value]) => ['--setenv', name, value]),
      ...['--', isOwnNode ? '/seccode-node' : tool, ...rest],
    ];
  }

  function isLink(path) {
    try {
      readlinkSync(path);
      return true;
    } catch {
      return false;
    }
  }

  function put(folder, path, content) {
    const target = inside(folder, path);
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, content, { mode: 0o700 });
  }

  function inside(folder, path) {
    const target = resolve(folder, path);
    if (!target.startsWith(folder + sep)) throw new RangeError('A path of the pair leads out of its folder.');
    return target;
  }
}
`;
