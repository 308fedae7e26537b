class Numbers {
  byte[] image(int width, int height) {
    int size = Math.multiplyExact(Math.multiplyExact(width, height), 4);
    return new byte[size];
  }

  void copy(byte[] data, int offset, int length) {
    if (offset < 0 || length < 0 || length > data.length - offset) {
      throw new IndexOutOfBoundsException();
    }
    System.arraycopy(data, offset, target, 0, length);
  }

  void write(byte[] data, int offset, int length) {
    if (offset < 0 || length < 0 || offset + length > data.length || offset + length < 0) {
      throw new IndexOutOfBoundsException();
    }
    System.arraycopy(data, offset, target, 0, length);
  }

  byte[] records(DataInputStream in) throws IOException {
    int count = in.readInt();
    if (count < 0 || count > MOST_RECORDS) {
      throw new IOException("too many");
    }
    byte[] all = new byte[count * 16];
    in.readFully(all);
    return all;
  }

  long period(int days) {
    long period = days * 24L * 60 * 60 * 1000;
    return period;
  }

  @PostMapping("/orders")
  int total(@RequestParam int quantity) {
    int total = Math.multiplyExact(quantity, UNIT_PRICE);
    charge(total);
    return total;
  }

  int shard(String key) {
    return Math.floorMod(key.hashCode(), shards);
  }
}
