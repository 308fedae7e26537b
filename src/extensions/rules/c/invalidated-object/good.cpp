#include <memory>
#include <string>
#include <utility>
#include <vector>

void store(std::vector<std::string> &names, std::string name)
{
    log_line("storing " + name);
    names.push_back(std::move(name));
    name = "again";
    log_line(name);
}

std::string label(std::string title)
{
    if (title.empty())
    {
        std::string kept = std::move(title);
        return kept;
    }
    return title.substr(0, 8);
}

void hand_over(Queue &queue)
{
    auto job = std::make_unique<Job>();
    queue.add(std::move(job));
    if (job == nullptr)
    {
        log_line("handed over");
    }
    job.reset(new Job());
    job->start();
}

std::string joined(std::string text)
{
    text = add_line(std::move(text));
    return text;
}

void drop_old(std::vector<int> &ages)
{
    for (auto it = ages.begin(); it != ages.end();)
    {
        if (*it > 90)
        {
            it = ages.erase(it);
        }
        else
        {
            ++it;
        }
    }
}

void drop_first(std::vector<int> &ages)
{
    for (auto it = ages.begin(); it != ages.end(); ++it)
    {
        if (*it > 90)
        {
            ages.erase(it);
            break;
        }
    }
}

void repeat(const std::vector<int> &numbers, std::vector<int> &more)
{
    for (int number : numbers)
    {
        more.push_back(number);
    }
}

int half(int number)
{
    int kept = std::move(number);
    return kept + number;
}
