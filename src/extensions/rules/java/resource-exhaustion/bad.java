class Frames {
  byte[] next(DataInputStream in) throws IOException {
    int length = in.readInt();
    if (length < 0) {
      throw new IOException("bad length");
    }
    byte[] frame = new byte[length]; // finding: As much memory is taken as
    in.readFully(frame);
    return frame;
  }

  @GetMapping("/list")
  List<Item> list(@RequestParam int size) {
    return items.findAll(PageRequest.of(0, size)).getContent(); // finding: 'size' decides how much is done,
  }

  @PostMapping("/upload")
  void upload(HttpServletRequest request) throws IOException {
    store(request.getInputStream().readAllBytes()); // finding: The whole body of the request
  }

  byte[] unpack(byte[] data) throws IOException {
    return new GZIPInputStream(new ByteArrayInputStream(data)).readAllBytes(); // finding: What is unpacked may be any
  }

  void serve(ServerSocket server) throws IOException {
    while (true) {
      Socket client = server.accept();
      new Thread(() -> handle(client)).start(); // finding: Every request starts a thread of
    }
  }
}
