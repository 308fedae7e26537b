const TEST_PATH =
  /(?:^|[/\\])(?:tests?|testing|__tests__|fixtures|examples?|docs?)[/\\]|(?:^|[/\\])(?:test_[^/\\]*|tests?|conftest|[^/\\]*testcase|[^/\\]*[._-](?:test|tests|spec))\.\w+$/i;

/** Whether a file is one of tests or examples, by its path: what stands there is made up. */
export function isTestPath(path: string): boolean {
  return TEST_PATH.test(path);
}
