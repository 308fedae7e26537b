public class Security {
  SecurityFilterChain old(HttpSecurity http) throws Exception {
    http.csrf().disable().authorizeRequests().anyRequest().authenticated(); // finding: switched off
    return http.build();
  }

  SecurityFilterChain lambda(HttpSecurity http) throws Exception {
    http.csrf(csrf -> csrf.disable()); // finding: switched off
    http.csrf(AbstractHttpConfigurer::disable); // finding: switched off
    return http.build();
  }
}
