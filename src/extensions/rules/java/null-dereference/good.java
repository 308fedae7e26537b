public class Users {
  int lengthOf(String name) {
    if (name == null) {
      return 0;
    }
    return name.length();
  }

  boolean isBlank(String name) {
    return name == null || name.isEmpty();
  }

  void show(User user) {
    if (user == null) {
      user = new User();
    }
    user.show();
    if (user != null && user.isActive()) {
      open(user);
    }
  }

  void fail(User user) {
    if (user == null) {
      throw new IllegalArgumentException("user");
    }
    user.show();
    User other = find();
    if (other == null) {
      create();
    } else {
      other.show();
    }
  }

  void exit(User user) {
    if (user == null) {
      System.exit(1);
    }
    user.show();
  }
}
