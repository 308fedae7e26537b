public class Security {
  void open(HttpSecurity http) throws Exception {
    http.authorizeHttpRequests(
        all -> all.requestMatchers("/login", "/css/**").permitAll().requestMatchers("/admin/**").hasRole("ADMIN").anyRequest().authenticated());
  }
}
