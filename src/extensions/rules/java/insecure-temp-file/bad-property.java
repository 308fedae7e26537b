class Exports {
  void export(String month) throws IOException {
    Path file = Paths.get(System.getProperty("java.io.tmpdir"), "payroll-" + month + ".csv");
    Files.write(file, data); // finding: The file has a name in
  }
}
