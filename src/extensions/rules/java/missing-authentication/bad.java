public class Security {
  void open(HttpSecurity http) throws Exception {
    http.authorizeRequests().antMatchers("/admin/**").permitAll(); // finding: '/admin/**' is let in
    http.authorizeHttpRequests(all -> all.anyRequest().permitAll()); // finding: Every request is let in
  }
}
