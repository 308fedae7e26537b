import { expect, it } from 'vitest';
import { measuredScan, measuredSession } from '#testing/measured-reports.ts';
import { format } from './format.ts';

const OPTIONS = { hasColour: false, width: 100 };

it.each([measuredScan, measuredSession])('says in $kind reports how likely a finding is', (report) => {
  expect(format.format(report, OPTIONS)).toMatch(/likely [89]\d %/);
});
