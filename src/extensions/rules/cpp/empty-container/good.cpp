bool verify(const std::vector<uint8_t> &file) {
  if (file.size() < kTrailer) return false;
  const size_t body = file.size() - kTrailer;
  return digest(file.data(), body);
}

std::string lastWord(const std::vector<std::string> &words) {
  if (words.empty()) return {};
  return words[words.size() - 1];
}

char lastSign(std::istream &in) {
  std::string line;
  std::getline(in, line);
  if (!line.empty() && line.back() == '\r') line.pop_back();
  std::vector<int> made;
  made.push_back(1);
  return made.back() > 0 ? ' ' : '\n';
}

void reverse(std::vector<int> &all) {
  for (size_t i = 0; i < all.size() / 2; ++i) std::swap(all[i], all[all.size() - 1 - i]);
}
