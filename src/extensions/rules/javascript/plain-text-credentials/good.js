async function signIn(user, password) {
  await fetch('https://api.example.com/login', { method: 'POST', headers: { authorization: `Basic ${user}:${password}` } });
  await fetch('http://localhost:3000/login', { method: 'POST', headers: { authorization: `Basic ${user}:${password}` } });
  await fetch('http://api.example.com/news');
}

module.exports = signIn;
