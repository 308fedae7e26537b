import { cweId } from '#core/cwe-id.ts';
import { areRelated } from '#core/cwe-relations.ts';
import { scoreSamples } from '#engine/evals/labelled/score-samples.ts';
import { type Share, wilsonInterval } from '#engine/evals/statistics/wilson-interval.ts';
import { calibrate, f1Of, judgeFrom, openMerged } from './agreement-judge.ts';
import { lookAtSamples, type Looks } from './agreement-outcomes.ts';
import { foldOf, type GroupedSample, halfOf, readGroupedSamples } from './agreement-samples.ts';

/** Sets that are shown when nobody named others: each with its language. */
const SHOWN: readonly string[] = ['secllmholmes:c', 'llmseceval_pairs_py:python', 'llmseceval_copilot:c'];
const DRAWS = 2000;

/** Says of a sample whether it counts as flagged. */
type Flags = (sample: GroupedSample) => boolean;

/** Prints what each detector reaches alone, their union, and their agreement as learned from the other half. */
export async function showSplit(
  folder: string,
  { cache, shown = SHOWN }: { readonly cache: string; readonly shown?: readonly string[] },
): Promise<void> {
  const all = readGroupedSamples(folder);
  const looks = await lookAtSamples(all, cache);
  for (const target of shown) {
    const [set = '', language = ''] = target.split(':');
    const peers = all.filter((sample) => sample.language === language);
    showSet(
      target,
      peers.filter((sample) => sample.set === set),
      peers,
      looks,
    );
  }
}

function showSet(title: string, chosen: readonly GroupedSample[], peers: readonly GroupedSample[], looks: Looks): void {
  const mergedOf = openMerged(looks);
  const agreed = new Set<GroupedSample>();
  const names = looks.detectors
    .map(({ name }) => name)
    .filter((name) => chosen.some((sample) => looks.of(sample).some(({ detector }) => detector === name)));
  const judges = new Map<string, Flags>([
    ...names.map((name): [string, Flags] => [name, (sample) => isReported(sample, looks, name)]),
    ['union', (sample) => isReported(sample, looks)],
    ['agreement', (sample) => agreed.has(sample)],
  ]);
  console.log(`\n${title}: ${chosen.length} samples`);
  for (const half of [0, 1] as const) {
    const known = peers.filter((sample) => halfOf(sample) !== half);
    const held = chosen.filter((sample) => halfOf(sample) === half);
    const { choice, foretold } = calibrate(known, looks, mergedOf);
    const judge = judgeFrom(known, looks, mergedOf)(choice);
    for (const sample of held) if (judge(sample) > choice.threshold) agreed.add(sample);
    console.log(`shown on half ${half}: ${JSON.stringify(choice)}, mean F1 foretold ${foretold.toFixed(3)}`);
    for (const [name, isFlagged] of judges) console.log(rowOf(name, held, isFlagged));
  }
  console.log('both halves');
  for (const [name, isFlagged] of judges) console.log(rowOf(name, chosen, isFlagged));
  const scoreOf = (name: string): number => f1(chosen, judges.get(name));
  const best = names.reduce((one, other) => (scoreOf(other) > scoreOf(one) ? other : one), names[0] ?? 'union');
  console.log(`agreement less ${best}, F1: ${differenceOf(chosen, judges.get('agreement'), judges.get(best))}`);
}

/** As a scan counts: findings of low confidence are left out. */
function isReported(sample: GroupedSample, looks: Looks, name?: string): boolean {
  return looks
    .of(sample)
    .filter(({ detector }) => name === undefined || detector === name)
    .some(({ findings }) =>
      findings.some(
        ({ confidence, cwes }) => confidence !== 'low' && cwes.some((cwe) => areRelated(cwe, cweId(sample.cwe))),
      ),
    );
}

function rowOf(name: string, samples: readonly GroupedSample[], isFlagged: Flags): string {
  const { recall, falsePositives, pairs } = scoreSamples(samples, (position) => {
    const sample = samples[position];
    return sample !== undefined && isFlagged(sample);
  });
  const flagged = { hits: recall.hits, of: recall.hits + falsePositives.hits };
  return `  ${name.padEnd(12)}recall ${percent(recall).padEnd(16)}false ${percent(falsePositives).padEnd(16)}pairs ${`${pairs.hits} of ${pairs.of}`.padEnd(10)}precision ${percent(flagged).padEnd(17)}F1 ${f1(samples, isFlagged).toFixed(3)}`;
}

function f1(samples: readonly GroupedSample[], isFlagged: Flags = () => false): number {
  const flagged = samples.filter(isFlagged);
  const found = flagged.filter(({ label }) => label === 'vulnerable').length;
  const vulnerable = samples.filter(({ label }) => label === 'vulnerable').length;
  return f1Of({ found, vulnerable, alarms: flagged.length - found });
}

/** The difference of two F1, with its 95 % interval by drawing whole tasks with replacement. */
function differenceOf(samples: readonly GroupedSample[], one: Flags = () => false, other: Flags = () => false): string {
  const byGroup = new Map<string, GroupedSample[]>();
  for (const sample of samples) byGroup.set(sample.group, [...(byGroup.get(sample.group) ?? []), sample]);
  const groups = [...byGroup.values()];
  const differences = Array.from({ length: DRAWS }, (_, draw) => {
    const drawn = groups.flatMap(
      (_group, index) => groups[foldOf({ group: `${draw} ${index}` }, groups.length, 'draw')] ?? [],
    );
    return f1(drawn, one) - f1(drawn, other);
  }).toSorted((a, b) => a - b);
  const at = (share: number): string => (differences[Math.floor(share * (DRAWS - 1))] ?? 0).toFixed(3);
  return `${(f1(samples, one) - f1(samples, other)).toFixed(3)} [${at(0.025)} to ${at(0.975)}]`;
}

function percent(share: Share): string {
  if (share.of === 0) return '-';
  const [low, high] = wilsonInterval(share).map((part) => (100 * part).toFixed(0));
  return `${((100 * share.hits) / share.of).toFixed(0)} % [${low}-${high}]`;
}
