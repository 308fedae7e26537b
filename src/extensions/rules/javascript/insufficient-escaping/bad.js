function quote(text) {
  return `"${text.replace('"', '\\"')}"`; // finding: first
}

function encode(text) {
  return text.replace(/>/, '&gt;'); // finding: first
}

module.exports = { quote, encode };
