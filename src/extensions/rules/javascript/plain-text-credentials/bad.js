async function signIn(user, password) {
  await fetch('http://api.example.com/login', { method: 'POST', headers: { authorization: `Basic ${user}:${password}` } }); // finding: 'authorization'
}

module.exports = signIn;
