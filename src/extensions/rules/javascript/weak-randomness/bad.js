function makeToken() {
  return Math.random().toString(36).slice(2); // finding: 'makeToken'
}

function signIn(user) {
  user.sessionId = Math.floor(Math.random() * 1e9).toString(); // finding: sessionId
  const password = Math.random() * 100; // finding: 'password'
  return password;
}

module.exports = { makeToken, signIn };
