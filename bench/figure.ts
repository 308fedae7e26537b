import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as vega from 'vega';
import { compile } from 'vega-lite';
import type { TokenRow } from './tokens.ts';

/** Draws prompt tokens by iteration as an SVG and gives back its path. */
export async function drawTokens(rows: readonly TokenRow[]): Promise<string> {
  const values = rows.flatMap(({ iteration, ours, published }) => [
    { iteration, tokens: ours, scheme: 'SecCode: best program, open findings, ledger' },
    { iteration, tokens: published, scheme: 'published scheme: last five messages resent' },
  ]);
  const { spec } = compile({
    width: 560,
    height: 300,
    background: 'white',
    title: 'Prompt tokens per iteration, the same scripted session',
    data: { values },
    mark: { type: 'line', point: true, strokeWidth: 2 },
    encoding: {
      x: { field: 'iteration', type: 'quantitative', axis: { tickMinStep: 1, title: 'iteration' } },
      y: { field: 'tokens', type: 'quantitative', axis: { title: 'prompt tokens (estimated)' } },
      color: { field: 'scheme', type: 'nominal', legend: { orient: 'bottom', title: null, labelLimit: 400 } },
    },
  });
  const svg = await new vega.View(vega.parse(spec), { renderer: 'none' }).toSVG();
  const folder = join(import.meta.dirname, '../reports/bench');
  mkdirSync(folder, { recursive: true });
  const file = join(folder, 'tokens.svg');
  writeFileSync(file, svg);
  return file;
}
