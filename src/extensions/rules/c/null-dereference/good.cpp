void click(Widget *widget) {
  if (auto *button = dynamic_cast<Button *>(widget)) button->press();
  auto &other = dynamic_cast<Button &>(*widget);
  other.press();
}

int count(Widget *widget) {
  if (dynamic_cast<List *>(widget)) return dynamic_cast<List *>(widget)->count();
  return 0;
}
