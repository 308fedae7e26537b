/**
 * Compiles the files that standard input names and prints what is wrong with them. `compile` makes code and runs none of it.
 *
 * A file that exhausts the compiler is no fault of the language: it could not be built here.
 */
export const COMPILE_ALL: string = `
import json, sys
faults = []
compiled = 0
for index, path in enumerate(json.load(sys.stdin)):
    with open(path, 'rb') as file:
        text = file.read()
    try:
        compile(text, path, 'exec', dont_inherit=True)
    except SyntaxError as error:
        faults.append({'file': index, 'line': error.lineno or 1, 'column': error.offset or 1, 'message': str(error.msg)[:300], 'isFault': True})
    except ValueError as error:
        faults.append({'file': index, 'line': 1, 'column': 1, 'message': str(error)[:300], 'isFault': True})
    except (RecursionError, MemoryError, OverflowError):
        faults.append({'file': index, 'line': 1, 'column': 1, 'message': 'it is nested too deeply to be compiled', 'isFault': False})
    compiled += 1
json.dump({'version': '%d.%d.%d' % sys.version_info[:3], 'compiled': compiled, 'faults': faults}, sys.stdout)
`;
