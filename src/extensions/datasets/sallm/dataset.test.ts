import { testDataset } from '#testing/test-dataset.ts';
import { dataset } from './dataset.ts';

testDataset(dataset, {
  file: 'dataset.jsonl',
  header: '',
  row: (number) =>
    JSON.stringify({
      id: `Matching_Author_A_cwe078_${number}.py`,
      technique: 'Matching',
      source: 'Author',
      prompt: 'def f(a):',
      insecure_code: `def f(a):\n  return ${number}`,
    }),
  first: {
    id: 'Matching_Author_A_cwe078_1.py',
    language: 'python',
    cwes: ['CWE-78'],
    request: 'Write the whole program that begins as follows.\n\ndef f(a):',
    files: [{ path: 'main.py', text: 'def f(a):\n  return 1' }],
    label: 'vulnerable',
  },
});
