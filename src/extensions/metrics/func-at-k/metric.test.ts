import { testAttemptsMetric } from '#testing/test-attempts-metric.ts';
import { testMetric } from '#testing/test-metric.ts';
import { metric } from './metric.ts';

testMetric(metric);
testAttemptsMetric(metric, 'functional');
