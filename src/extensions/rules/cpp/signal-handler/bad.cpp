static volatile sig_atomic_t stop = 0;
static std::map<std::string, Route> routes;

void reload() {
  std::map<std::string, Route> fresh;
  load("/etc/routes.conf", &fresh);
  routes.swap(fresh);
}

void onSignal(int number) {
  if (number == SIGHUP) {
    reload(); // finding: The signal handler 'onSignal' comes to 'swap'
  } else {
    stop = 1;
  }
}

void onTerm(int) {
  std::cerr << "stopping" << std::endl; // finding: The signal handler 'onTerm' comes to a stream
}

void install() {
  struct sigaction action = {};
  action.sa_handler = onSignal;
  sigaction(SIGHUP, &action, nullptr);
  std::signal(SIGTERM, onTerm);
  std::signal(SIGCHLD, [](int) {
    std::lock_guard<std::mutex> lock(mutex); // finding: comes to a lock
    children.clear();
  });
}
