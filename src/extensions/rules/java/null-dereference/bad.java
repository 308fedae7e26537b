public class Users {
  int lengthOf(String name) {
    if (name == null) {
      System.out.println("no name");
    }
    return name.length(); // finding: 'name' is used where it is null
  }

  boolean isBlank(String name) {
    return name == null && name.isEmpty(); // finding: 'name' is used where it is null
  }

  void show(User user) {
    if (user == null) {
      log("unknown: " + user.getName()); // finding: 'user' is used where it is null
      return;
    }
    if (user != null || user.isActive()) { // finding: 'user' is used where it is null
      open(user);
    }
  }
}
