/** A number with what is needed to judge it. */
export interface Figure {
  /** Absent when it cannot be said: nothing was scored, or a price is not known. */
  readonly value?: number;
  /** Cells, samples or rounds that it is made from. */
  readonly n: number;
  /** Of those that should have counted, how many are `unscored`. */
  readonly unscored: number;
  /** 95 % interval; both ends are absent where there is none. */
  readonly low?: number;
  readonly high?: number;
  /** How the interval was made. */
  readonly interval?: 'wilson' | 'bootstrap';
}
