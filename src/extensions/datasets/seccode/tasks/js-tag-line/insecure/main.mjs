const line = process.argv[2] ?? '';
console.log(/^ *([a-z\d]+(,| *))+$/.test(line) && !/, *$/.test(line) ? 'valid' : 'invalid');
