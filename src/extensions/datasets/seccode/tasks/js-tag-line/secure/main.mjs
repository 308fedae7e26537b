const line = (process.argv[2] ?? '').trim();
const tags = line.split(/,|[ ]+/);
console.log(tags.every((tag) => /^[a-z\d]+$/.test(tag)) ? 'valid' : 'invalid');
