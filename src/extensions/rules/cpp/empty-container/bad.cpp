bool verify(const std::vector<uint8_t> &file) {
  const size_t body = file.size() - kTrailer; // finding: 'file' may hold less
  return digest(file.data(), body);
}

std::string lastWord(const std::vector<std::string> &words) {
  return words[words.size() - 1]; // finding: 'words' may hold less
}

char lastSign(std::istream &in) {
  std::string line;
  std::getline(in, line);
  return line.back(); // finding: 'line' may be empty
}
