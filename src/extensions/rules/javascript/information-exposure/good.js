function signIn(user, password) {
  console.log('sign in ' + user);
  console.log('password reset');
  return user.check(password);
}

module.exports = signIn;
