#include <vector>

int walk(std::vector<int> &items)
{
    int total = 0;
    for (size_t i = 0; i < items.size(); ++i)
    {
        items[i] = 0;
    }
    return total;
}

int walk_some(std::vector<int> &items)
{
    int total = 0;
    for (size_t i = 0; i <= items.size(); ++i)
    {
        if (i == items.size())
            break;
        total += items[i];
    }
    return total;
}
