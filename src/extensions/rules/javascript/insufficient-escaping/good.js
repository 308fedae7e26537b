function quote(text) {
  return `"${text.replaceAll('"', '\\"')}"`;
}

function encode(text) {
  return text.replace(/</g, '&lt;');
}

function title(name) {
  return name.replace('-', ' ');
}

module.exports = { quote, encode, title };
