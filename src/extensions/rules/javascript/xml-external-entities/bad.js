const libxmljs = require('libxmljs');

function read(text) {
  return libxmljs.parseXml(text, { noent: true, noblanks: true }); // finding: 'noent'
}

module.exports = read;
