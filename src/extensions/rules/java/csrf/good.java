public class Security {
  SecurityFilterChain chain(HttpSecurity http) throws Exception {
    http.csrf(csrf -> csrf.csrfTokenRepository(CookieCsrfTokenRepository.withHttpOnlyFalse()));
    http.httpBasic().disable();
    return http.authorizeHttpRequests(all -> all.anyRequest().authenticated()).build();
  }
}
