#include <functional>
#include <sstream>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

void greet(const std::string &first, const std::string &last)
{
    const std::string whole = first + " " + last;
    std::string_view name = whole;
    print(name);
}

void show(int count)
{
    std::ostringstream out;
    out << count;
    const std::string kept = out.str();
    const char *text = kept.c_str();
    print(text);
}

void part(std::string_view line)
{
    std::string_view word = line.substr(0, 4);
    print(word);
}

void grow(std::vector<Job> &jobs, const Job &more)
{
    jobs.push_back(more);
    Job &first = jobs.front();
    first.start();
}

void insert_more(std::map<int, Job> &jobs, const Job &more)
{
    Job &first = jobs[0];
    jobs.emplace(1, more);
    first.start();
}

void forget(std::map<int, Job> &jobs, int id)
{
    auto it = jobs.find(id);
    if (it != jobs.end())
    {
        log_line(it->second.name());
        it = jobs.erase(it);
    }
}

std::function<int()> counter(int start)
{
    int count = start;
    return [count]() mutable { return ++count; };
}

void begin_work(int id)
{
    std::string label = "job " + std::to_string(id);
    std::thread worker([&]() { print(label); });
    worker.join();
    std::thread other([label]() { print(label); });
    other.detach();
}

std::function<void()> later(Store &store)
{
    return [&store]() { store.save(); };
}
