class Accounts {
  @GetMapping("/account/delete")
  String delete(Principal principal) {
    accounts.deleteByName(principal.getName()); // finding: A request that any page can
    return "redirect:/";
  }

  @RequestMapping("/transfer")
  String transfer(@RequestParam String to, @RequestParam BigDecimal amount, Principal principal) {
    bank.transfer(principal.getName(), to, amount); // finding: A request that any page can
    return "done";
  }

  SecurityFilterChain chain(HttpSecurity http) throws Exception {
    return http.csrf(c -> c.disable()).formLogin(withDefaults()).build(); // finding: The protection against forged requests is
  }
}
