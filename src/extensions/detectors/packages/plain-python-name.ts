/** One spelling for all that Python's index takes for the same name. */
export function plainPythonName(name: string): string {
  return name.toLowerCase().replace(/[-_.]+/g, '-');
}
