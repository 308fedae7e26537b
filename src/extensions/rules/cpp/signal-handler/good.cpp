static volatile sig_atomic_t stop = 0;
static volatile sig_atomic_t again = 0;
static std::map<std::string, Route> routes;

void reload() {
  std::map<std::string, Route> fresh;
  load("/etc/routes.conf", &fresh);
  routes.swap(fresh);
}

void onSignal(int number) {
  if (number == SIGHUP) again = 1;
  else stop = 1;
}

void install() {
  struct sigaction action = {};
  action.sa_handler = onSignal;
  sigaction(SIGHUP, &action, nullptr);
  std::signal(SIGPIPE, SIG_IGN);
  std::signal(SIGCHLD, [](int) { again = 1; });
}

void run() {
  while (!stop) {
    if (again) reload();
    std::cout << "working" << std::endl;
  }
}
