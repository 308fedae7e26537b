import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { SecCodeError } from '#core/errors.ts';
import type { Chart } from '#engine/evals/figures/chart.ts';

/** A chart as SVG text. Loads Vega on first use; draws without a browser, a canvas or the network. */
export async function renderSvg(chart: Chart): Promise<string> {
  const [{ compile }, vega] = await Promise.all([import('vega-lite'), import('vega')]);
  measureAlike(vega);
  // Charts hold their own data: nothing may be fetched, whatever a label says.
  const loader = { load: refuse, sanitize: refuse, http: refuse, file: refuse };
  const view = new vega.View(vega.parse(compile(chart.spec).spec), { renderer: 'none', loader, logLevel: vega.Error });
  try {
    return await view.toSVG();
  } finally {
    view.finalize();
  }
}

/** Where there is no canvas Vega guesses widths far too large; where there is one, pictures would differ by machine. */
function measureAlike(vega: object): void {
  const metrics: unknown = Reflect.get(vega, 'textMetrics');
  if (typeof metrics !== 'object' || metrics === null) return;
  Reflect.set(
    metrics,
    'width',
    (item: { readonly fontSize?: number; readonly fontWeight?: unknown }, text: string | readonly string[]) => {
      const shown = typeof text === 'string' ? text : [text].flat().join(' ');
      const wide = [...shown].reduce((sum, letter) => sum + widthOf(letter), 0);
      return Math.ceil(wide * (item.fontSize ?? 11) * (item.fontWeight === 'bold' ? 1.12 : 1));
    },
  );
}

/** Width in DejaVu Sans, in parts of its size, rather too much than too little. */
function widthOf(letter: string): number {
  if (/[ijl.,:;'|! ()[\]]/.test(letter)) return 0.4;
  if (/[mwMW%]/.test(letter)) return 0.98;
  if (/[A-Z0-9]/.test(letter)) return 0.69;
  return letter > '\u2e7f' ? 1.1 : 0.63;
}

async function refuse(): Promise<never> {
  throw new Error('A chart asked for a file.');
}

const RESVG = { name: '@resvg/resvg-wasm', version: '2.6.2' } as const;
const FONT = { name: '@fontsource/dejavu-sans', version: '5.3.0' } as const;
const FAMILY = 'DejaVu Sans';
const WEIGHTS = ['400', '700'] as const;

/** Draws SVG text as PNG, at twice its size. */
export type PngRenderer = (svg: string) => Uint8Array;

/**
 * Opens the renderer for PNG. Text is drawn in DejaVu Sans from a package, so that pictures are the same on every
 * machine, whatever fonts it has.
 *
 * @throws {SecCodeError} `EXTENSION_UNKNOWN` when one of the two optional packages is not installed.
 */
export async function openPngRenderer(): Promise<PngRenderer> {
  const resolve = createRequire(import.meta.url);
  const find = (id: string): string => {
    try {
      return resolve.resolve(id);
    } catch (cause) {
      throw new SecCodeError('EXTENSION_UNKNOWN', 'Pictures as PNG need two packages that are not installed.', {
        remedy: `Run \`npm install --ignore-scripts ${RESVG.name}@${RESVG.version} ${FONT.name}@${FONT.version}\` beside SecCode.`,
        cause,
      });
    }
  };
  const wasm = find(`${RESVG.name}/index_bg.wasm`);
  const fonts = WEIGHTS.map((weight) => find(`${FONT.name}/files/dejavu-sans-latin-${weight}-normal.woff2`));
  const [{ Resvg, initWasm }, bytes, ...fontBuffers] = await Promise.all([
    import('@resvg/resvg-wasm'),
    readFile(wasm),
    ...fonts.map(async (file) => new Uint8Array(await readFile(file))),
  ]);
  await (isReady ??= initWasm(bytes));
  return (svg) => {
    const font = { fontBuffers, defaultFontFamily: FAMILY, sansSerifFamily: FAMILY };
    const drawing = new Resvg(svg, { fitTo: { mode: 'zoom', value: 2 }, font });
    try {
      return drawing.render().asPng();
    } finally {
      drawing.free();
    }
  };
}

/** The module may be started once in a process. */
let isReady: Promise<void> | undefined;
