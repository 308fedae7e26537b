#include <functional>
#include <sstream>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

void greet(const std::string &first, const std::string &last)
{
    std::string_view name = first + " " + last; // finding: 'name' shows a text that is gone
    print(name);
}

void show(int count)
{
    std::ostringstream out;
    out << count;
    const char *text = out.str().c_str(); // finding: 'text' shows a text that is gone
    print(text);
}

void grow(std::vector<Job> &jobs, const Job &more)
{
    Job &first = jobs.front();
    jobs.push_back(more);
    first.start(); // finding: 'first' is used after 'push_back' has changed 'jobs'
}

void forget(std::map<int, Job> &jobs, int id)
{
    auto it = jobs.find(id);
    if (it != jobs.end())
    {
        jobs.erase(it);
        log_line(it->second.name()); // finding: 'it' is used after 'erase' has changed 'jobs'
    }
}

class Bus
{
  public:
    void prune()
    {
        for (const auto &one : listeners_)
            if (one.expired())
                listeners_.erase(one.position()); // finding: 'erase' changes 'listeners_'
    }

  private:
    std::vector<Listener> listeners_;
};

std::function<int()> counter(int start)
{
    int count = start;
    return [&count]() { return ++count; }; // finding: holds 'count' by reference
}

void begin_work(int id)
{
    std::string label = "job " + std::to_string(id);
    std::thread worker([&]() { print(label); }); // finding: holds 'label' by reference
    worker.detach();
}
