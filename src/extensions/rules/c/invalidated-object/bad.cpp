#include <memory>
#include <string>
#include <utility>
#include <vector>

void store(std::vector<std::string> &names, std::string name)
{
    names.push_back(std::move(name));
    log_line("stored " + name); // finding: 'name' is used after it was moved from
}

std::string label(std::string title)
{
    std::string kept = std::move(title);
    if (kept.size() > 8)
    {
        return title.substr(0, 8); // finding: 'title' is used after it was moved from
    }
    return kept;
}

void hand_over(Queue &queue)
{
    auto job = std::make_unique<Job>();
    queue.add(std::move(job));
    job->start(); // finding: 'job' is used after it was moved from
}

void drop_old(std::vector<int> &ages)
{
    for (auto it = ages.begin(); it != ages.end(); ++it)
    {
        if (*it > 90)
        {
            ages.erase(it); // finding: 'erase' changes 'ages'
        }
    }
}

void repeat(std::vector<int> &numbers)
{
    for (int number : numbers)
    {
        numbers.push_back(number); // finding: 'push_back' changes 'numbers'
    }
}
