class Exports {
  void export(String month) throws IOException {
    Path file = Files.createTempFile("payroll-", ".csv");
    Files.write(file, data);
  }
}
