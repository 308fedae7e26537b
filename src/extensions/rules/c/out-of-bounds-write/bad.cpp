#include <vector>

int walk(std::vector<int> &items)
{
    int total = 0;
    for (size_t i = 0; i <= items.size(); ++i)
    {
        items[i] = 0; // finding: one behind the end of 'items'
    }
    return total;
}
