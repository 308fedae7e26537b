import { expect, it } from 'vitest';
import { measuredScan, measuredSession } from '#testing/measured-reports.ts';
import { format } from './format.ts';

const OPTIONS = { hasColour: false, width: 100 };

it.each([measuredScan, measuredSession])('says in $kind reports how likely a finding is', (report) => {
  const { runs } = JSON.parse(format.format(report, OPTIONS));

  expect(runs[0].results[0]).toMatchObject({
    rank: expect.closeTo(95, -1),
    properties: { probability: expect.closeTo(0.95, 1) },
  });
});
