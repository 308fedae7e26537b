const fs = require('node:fs');
const path = require('node:path');
const unzipper = require('unzipper');

function extract(archive, target) {
  fs.createReadStream(archive)
    .pipe(unzipper.Parse())
    .on('entry', (entry) => {
      const file = path.join(target, entry.path);
      entry.pipe(fs.createWriteStream(file)); // finding: entry.path
    });
}

module.exports = extract;
