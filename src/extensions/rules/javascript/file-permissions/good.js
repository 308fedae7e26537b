const fs = require('node:fs');

fs.chmodSync('run.sh', 0o755);
fs.mkdirSync('own', { mode: 0o700 });
fs.writeFileSync('note.txt', 'text', { mode: 0o600 });
