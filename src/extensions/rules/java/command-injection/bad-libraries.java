class Libraries {
  @PostMapping("/clone")
  void execute(@RequestParam String name) throws IOException {
    CommandLine line = CommandLine.parse("git clone " + name); // finding: The command contains the request's 'name'
    new DefaultExecutor().execute(line);
  }

  @GetMapping("/uptime")
  void remote(@RequestParam String unit) throws Exception {
    ChannelExec channel = (ChannelExec) session.openChannel("exec");
    channel.setCommand("systemctl status " + unit); // finding: The command contains the request's 'unit'
    channel.connect();
  }
}
