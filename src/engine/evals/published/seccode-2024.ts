/** A value as it was printed. Published values have no interval and no spread. */
export interface PublishedValue {
  readonly label: string;
  readonly value: number;
}

/** Vulnerable samples of one dataset after so many iterations. */
export interface PublishedSeries {
  readonly dataset: string;
  readonly points: readonly { readonly iteration: number; readonly vulnerable: number }[];
}

/** Fix success rate of several methods with one model. */
export interface PublishedRates {
  readonly model: string;
  /** `value`: 0 to 1. */
  readonly methods: readonly PublishedValue[];
}

/** Figures that somebody published, with where they are from. */
export interface PublishedFigures {
  /** In a few words, for the title of a panel. */
  readonly title: string;
  readonly source: string;
  readonly address: string;
  /** Vulnerable samples left without and with encouragement. */
  readonly encouragement: {
    readonly dataset: string;
    readonly iterations: number;
    readonly withoutEp: number;
    readonly withEp: number;
  };
  readonly byIteration: readonly PublishedSeries[];
  readonly rates: readonly PublishedRates[];
  /** What a reader has to know before comparing. */
  readonly notes: readonly string[];
}

/** The figures of the method that this program carries on, as its authors published them. */
export const SECCODE_2024: PublishedFigures = {
  title: 'published',
  source: 'SecCode, arXiv 2410.14321 (2024), and the figures of the authors’ public repository Anonymous-Secode/SeCode',
  address: 'https://arxiv.org/abs/2410.14321',
  encouragement: { dataset: 'LLMSecEval', iterations: 5, withoutEp: 47, withEp: 11 },
  byIteration: [
    { dataset: 'LLMSecEval', points: counts([73, 35, 17, 6, 2]) },
    { dataset: 'SecurityEval', points: counts([81, 32, 22, 15, 5]) },
  ],
  rates: [
    {
      model: 'CodeLlama-7B',
      methods: [
        { label: 'SafeCoder', value: 0.671 },
        { label: 'PromSec', value: 0.91 },
        { label: 'SecCode', value: 1 },
      ],
    },
    {
      model: 'Mistral-7B',
      methods: [
        { label: 'SafeCoder', value: 0.794 },
        { label: 'PromSec', value: 0.851 },
        { label: 'SecCode', value: 1 },
      ],
    },
  ],
  notes: [
    'The published values come without n per bar and without intervals.',
    'There, code that does not compile counts as neither fixed nor vulnerable; here it counts as a failure.',
    'There, the analyser that gave feedback also gave the mark; here the marking detectors can be held out.',
    'After 5 iterations on LLMSecEval one published figure has 11 vulnerable samples and another 6; both are drawn as printed.',
  ],
};

/** The iterations that the figure has. */
function counts(vulnerable: readonly number[]): PublishedSeries['points'] {
  return [0, 1, 2, 5, 10].map((iteration, index) => ({ iteration, vulnerable: vulnerable[index] ?? 0 }));
}
