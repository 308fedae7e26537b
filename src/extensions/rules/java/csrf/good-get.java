class Accounts {
  @PostMapping("/account/delete")
  String delete(Principal principal) {
    accounts.deleteByName(principal.getName());
    return "redirect:/";
  }

  @GetMapping("/account")
  String show(Principal principal, Model model) {
    model.addAttribute("account", accounts.findByName(principal.getName()));
    return "account";
  }
}
