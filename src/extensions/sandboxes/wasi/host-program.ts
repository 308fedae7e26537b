/**
 * What a process of Node runs: a module of WebAssembly with one folder and nothing else. Handed over as text, so that it is
 * the same whether this package is bundled or not.
 */
export const HOST_PROGRAM = `
import { readFileSync } from 'node:fs';
import { WASI } from 'node:wasi';
const { file, args, env, work } = JSON.parse(process.argv[1]);
const wasi = new WASI({ version: 'preview1', args, env, preopens: { '/work': work, '.': work }, returnOnExit: true });
const module = await WebAssembly.compile(readFileSync(file));
const instance = await WebAssembly.instantiate(module, wasi.getImportObject());
process.exitCode = wasi.start(instance);
`;
