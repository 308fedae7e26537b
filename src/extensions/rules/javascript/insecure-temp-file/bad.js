const fs = require('node:fs');
const os = require('node:os');
const path = require('node:path');

function save(name, text) {
  fs.writeFileSync('/tmp/report.txt', text); // finding: can be guessed
  fs.writeFileSync(path.join(os.tmpdir(), name), text); // finding: can be guessed
}

module.exports = save;
