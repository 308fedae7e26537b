const libxmljs = require('libxmljs');

function read(text) {
  return libxmljs.parseXml(text, { noent: false });
}

function plain(text) {
  return libxmljs.parseXml(text);
}

module.exports = { read, plain };
