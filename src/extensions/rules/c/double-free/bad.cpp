#include <cstring>
#include <memory>
#include <vector>

class Buffer
{
  public:
    explicit Buffer(size_t size) : data_(new char[size]), size_(size) {}
    ~Buffer() { delete[] data_; }
    size_t size() const { return size_; }

  private:
    char *data_;
    size_t size_;
};

size_t measure(Buffer buffer) // finding: A copy of 'Buffer' gives back 'data_'
{
    return buffer.size();
}

void keep(size_t size)
{
    Buffer first(size);
    Buffer second = first; // finding: A copy of 'Buffer' gives back 'data_'
    Buffer third(4);
    third = second; // finding: A copy of 'Buffer' gives back 'data_'
    std::vector<Buffer> all;
    all.push_back(first); // finding: A copy of 'Buffer' gives back 'data_'
}

void share()
{
    Job *job = new Job;
    std::shared_ptr<Job> first(job);
    std::shared_ptr<Job> second(job); // finding: has an owner already
    std::shared_ptr<Job> third(first.get()); // finding: has an owner already
    delete third.get(); // finding: has an owner already
}
