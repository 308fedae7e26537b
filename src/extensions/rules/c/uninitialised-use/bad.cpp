#include <string>

class Counter
{
  public:
    explicit Counter(const std::string &name) : name_(name) {}
    void hit() { ++hits_; } // finding: No constructor of 'Counter' has set 'hits_'
    int hits() const { return hits_; }

  private:
    std::string name_;
    int hits_;
};

class Connection
{
  public:
    Connection(const std::string &host) : host_(host) {}
    ~Connection()
    {
        delete[] buffer_; // finding: No constructor of 'Connection' has set 'buffer_'
    }
    void open() { buffer_ = new char[512]; }

  private:
    std::string host_;
    char *buffer_;
};
