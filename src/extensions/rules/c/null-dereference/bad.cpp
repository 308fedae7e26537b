void click(Widget *widget) {
  auto *button = dynamic_cast<Button *>(widget);
  button->press(); // finding: What 'dynamic_cast' gives
}
