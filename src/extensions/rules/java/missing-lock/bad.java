@Service
class Wallet {
  private static Wallet instance;
  private static final SimpleDateFormat FORMAT = new SimpleDateFormat("yyyy-MM-dd"); // finding: The format is shared by all
  private final Map<String, Long> balances = new ConcurrentHashMap<>();
  private int calls;

  static Wallet get() {
    if (instance == null) { // finding: Two threads may make 'instance' at
      instance = new Wallet();
    }
    return instance;
  }

  boolean withdraw(String id, long amount) {
    long balance = balances.get(id);
    if (balance < amount) {
      return false;
    }
    balances.put(id, balance - amount); // finding: Another thread may have changed 'balances'
    return true;
  }

  void count() {
    calls++; // finding: 'calls' is shared by all requests
  }
}
