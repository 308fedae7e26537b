function signIn(user, password) {
  console.log('sign in ' + user + ' ' + password); // finding: 'password'
  return user.check(password);
}

module.exports = signIn;
