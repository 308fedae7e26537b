import pc from 'picocolors';
import type { Severity } from '#core/severity.ts';
import type { Verdict } from '#core/verdict.ts';

type Colours = ReturnType<typeof pc.createColors>;

/** How things look on a terminal; without colour every function gives its text back. */
export interface Paint {
  readonly bold: (text: string) => string;
  readonly dim: (text: string) => string;
  readonly error: (text: string) => string;
  readonly severity: (severity: Severity, text: string) => string;
  readonly verdict: (verdict: Verdict, text: string) => string;
}

export function paintWith(hasColour: boolean): Paint {
  const colours = pc.createColors(hasColour);
  const severities: Readonly<Record<Severity, Colours['red']>> = {
    critical: (text) => colours.bold(colours.red(text)),
    high: colours.red,
    medium: colours.yellow,
    low: colours.cyan,
    info: colours.dim,
  };
  const verdicts: Readonly<Record<Verdict, Colours['red']>> = {
    secure: colours.green,
    vulnerable: colours.red,
    undecided: colours.yellow,
  };
  return {
    bold: colours.bold,
    dim: colours.dim,
    error: (text) => colours.bold(colours.red(text)),
    severity: (severity, text) => severities[severity](text),
    verdict: (verdict, text) => colours.bold(verdicts[verdict](text)),
  };
}
