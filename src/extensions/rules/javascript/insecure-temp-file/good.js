const crypto = require('node:crypto');
const fs = require('node:fs');
const os = require('node:os');
const path = require('node:path');

function save(text) {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'report-'));
  fs.writeFileSync(path.join(folder, 'report.txt'), text);
  fs.writeFileSync(path.join(os.tmpdir(), crypto.randomUUID()), text);
}

module.exports = save;
