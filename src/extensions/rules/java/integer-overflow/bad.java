class Numbers {
  byte[] image(int width, int height) {
    int size = width * height * 4; // finding: The size may wrap around before
    return new byte[size];
  }

  void copy(byte[] data, int offset, int length) {
    if (offset + length > data.length) { // finding: The sum of 'offset' and 'length'
      throw new IndexOutOfBoundsException();
    }
    System.arraycopy(data, offset, target, 0, length);
  }

  byte[] records(DataInputStream in) throws IOException {
    int count = in.readInt();
    byte[] all = new byte[count * 16]; // finding: The size may wrap around before
    in.readFully(all);
    return all;
  }

  byte[] whole(File file) throws IOException {
    byte[] all = new byte[(int) file.length()]; // finding: 'file.length' may be larger than an
    read(file, all);
    return all;
  }

  long period(int days) {
    long period = days * 24 * 60 * 60 * 1000; // finding: The product of 'days' is an
    return period;
  }

  @PostMapping("/orders")
  int total(@RequestParam int quantity) {
    int total = quantity * UNIT_PRICE; // finding: The product of 'quantity' of the
    charge(total);
    return total;
  }

  int shard(String key) {
    return Math.abs(key.hashCode()) % shards; // finding: The smallest number has no absolute
  }
}
