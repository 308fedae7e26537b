const fs = require('node:fs');

fs.chmodSync('run.sh', 0o777); // finding: 777
fs.mkdirSync('shared', { mode: 0o777 }); // finding: 777
fs.chmodSync('note.txt', '0666'); // finding: 666
