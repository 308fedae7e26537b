@Service
class Wallet {
  private static volatile Wallet instance;
  private static final DateTimeFormatter FORMAT = DateTimeFormatter.ISO_LOCAL_DATE;
  private final Map<String, Long> balances = new ConcurrentHashMap<>();
  private final AtomicInteger calls = new AtomicInteger();

  static Wallet get() {
    if (instance == null) {
      synchronized (Wallet.class) {
        if (instance == null) {
          instance = new Wallet();
        }
      }
    }
    return instance;
  }

  synchronized boolean withdraw(String id, long amount) {
    long balance = balances.get(id);
    if (balance < amount) {
      return false;
    }
    balances.put(id, balance - amount);
    return true;
  }

  void deposit(String id, long amount) {
    balances.merge(id, amount, Long::sum);
  }

  void count() {
    calls.incrementAndGet();
    int calls = 0;
    calls++;
  }
}
