const fs = require('node:fs');
const path = require('node:path');
const unzipper = require('unzipper');

function extract(archive, target) {
  fs.createReadStream(archive)
    .pipe(unzipper.Parse())
    .on('entry', (entry) => {
      const file = path.resolve(target, entry.path);
      if (!file.startsWith(path.resolve(target) + path.sep)) {
        entry.autodrain();
        return;
      }
      entry.pipe(fs.createWriteStream(file));
    });
}

module.exports = extract;
