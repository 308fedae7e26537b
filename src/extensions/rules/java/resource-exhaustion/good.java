class Frames {
  byte[] next(DataInputStream in) throws IOException {
    int length = in.readInt();
    if (length < 0 || length > MAX_FRAME) {
      throw new IOException("bad length");
    }
    byte[] frame = new byte[length];
    in.readFully(frame);
    return frame;
  }

  @GetMapping("/list")
  List<Item> list(@RequestParam int size) {
    return items.findAll(PageRequest.of(0, Math.min(size, 100))).getContent();
  }

  @PostMapping("/upload")
  void upload(HttpServletRequest request) throws IOException {
    store(request.getInputStream().readNBytes(MAX_UPLOAD));
  }

  void serve(ServerSocket server) throws IOException {
    while (true) {
      Socket client = server.accept();
      pool.execute(() -> handle(client));
    }
  }
}
