#include <cstring>
#include <memory>
#include <vector>

class Buffer
{
  public:
    explicit Buffer(size_t size) : data_(new char[size]), size_(size) {}
    Buffer(const Buffer &other) : data_(new char[other.size_]), size_(other.size_)
    {
        std::memcpy(data_, other.data_, size_);
    }
    Buffer &operator=(const Buffer &) = delete;
    ~Buffer() { delete[] data_; }
    size_t size() const { return size_; }

  private:
    char *data_;
    size_t size_;
};

class Handle
{
  public:
    Handle() : data_(new char[8]) {}
    ~Handle() { delete[] data_; }

  private:
    char *data_;
};

size_t measure(Buffer buffer)
{
    return buffer.size();
}

void look(const Handle &handle, std::vector<Handle *> &all)
{
    Handle own;
    all.push_back(&own);
    const Handle &same = handle;
    use(same);
}

void share()
{
    Job *job = new Job;
    std::shared_ptr<Job> first(job);
    std::shared_ptr<Job> second(first);
    std::unique_ptr<Job> other(new Job);
    delete other.release();
}
