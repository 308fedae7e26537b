class Libraries {
  @PostMapping("/clone")
  void execute(@RequestParam String name) throws IOException {
    CommandLine line = new CommandLine("git");
    line.addArgument("clone").addArgument("--").addArgument(name);
    new DefaultExecutor().execute(line);
  }

  void remote() throws Exception {
    ChannelExec channel = (ChannelExec) session.openChannel("exec");
    channel.setCommand("systemctl status web");
    channel.connect();
  }
}
