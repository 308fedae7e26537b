public static String generatePassword(int length) {
    String chars = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
    StringBuilder password = new StringBuilder();
    Random rnd = new Random();
    for (int i = 0; i < length; i++) {
        password.append(chars.charAt(rnd.nextInt(chars.length()))); // finding: The value for
    }
    return password.toString();
}
