#include <string>

class Counter
{
  public:
    explicit Counter(const std::string &name) : name_(name), hits_(0) {}
    void hit() { ++hits_; }
    bool isLate() const { return late_; }

  private:
    std::string name_;
    int hits_;
    bool late_ = false;
};

class Connection
{
  public:
    Connection(const std::string &host) : host_(host) { reset(); }
    ~Connection() { delete[] buffer_; }
    void reset() { buffer_ = nullptr; }

  private:
    std::string host_;
    char *buffer_;
};

class Reader
{
  public:
    explicit Reader(const std::string &path) : path_(path) {}
    void load() { size_ = measure(path_); }
    int size() const { return size_; }

  private:
    std::string path_;
    int size_;
};
