import { testDataset } from '#testing/test-dataset.ts';
import { dataset } from './dataset.ts';

testDataset(dataset, {
  file: 'dataset.jsonl',
  header: '',
  row: (number) =>
    JSON.stringify({
      ID: `CWE-022_author_${number}.py`,
      Prompt: 'def f(a):',
      Insecure_code: `def f(a):\n  return ${number}`,
    }),
  first: {
    id: 'CWE-022_author_1.py',
    language: 'python',
    cwes: ['CWE-22'],
    request: 'Write the whole program that begins as follows.\n\ndef f(a):',
    files: [{ path: 'main.py', text: 'def f(a):\n  return 1' }],
    label: 'vulnerable',
  },
});

testDataset(
  { ...dataset, name: 'securityeval as a table' },
  {
    file: 'prompts.csv',
    header: 'CWE,Original_Code,time_taken_before,NL Prompt',
    row: (number) => `CWE-089,"print(""a"", ${number})",0.1,"Write a Python function, please."`,
    first: {
      id: 'CWE-089_1',
      language: 'python',
      cwes: ['CWE-89'],
      request: 'Write a Python function, please.',
      files: [{ path: 'main.py', text: 'print("a", 1)' }],
      label: 'vulnerable',
    },
  },
);
