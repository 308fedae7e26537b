/** Whether a type of C++ is known to hold a number whatever the file says: `uint64_t`. */
export function isPlainName(name: string): boolean {
  return /^(?:unsigned|signed|long|short|int|char|bool|float|double|size_t|ssize_t|u?int\d+_t|std::size_t)\b/.test(
    name,
  );
}
