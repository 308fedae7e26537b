package clients

import (
	"crypto/tls"
	"fmt"
	"net/http"
	"net/smtp"
	"net/url"

	"github.com/go-ldap/ldap/v3"
	"google.golang.org/grpc"
	"google.golang.org/grpc/credentials"
	"google.golang.org/grpc/credentials/insecure"
)

const endpoint = "https://auth.example.com/login"

func login(user, password string) (*http.Response, error) {
	return http.PostForm(endpoint, url.Values{"user": {user}, "password": {password}})
}

func local(password string) (*http.Response, error) {
	return http.PostForm("http://localhost:9000/login", url.Values{"password": {password}})
}

func weather(city string) (*http.Response, error) {
	return http.Get("http://weather.example.com/?city=" + url.QueryEscape(city))
}

func directory(host, bindDN, password string) (*ldap.Conn, error) {
	conn, err := ldap.DialURL("ldaps://" + host + ":636")
	if err != nil {
		return nil, err
	}
	return conn, conn.Bind(bindDN, password)
}

func upgraded(host, bindDN, password string) (*ldap.Conn, error) {
	conn, err := ldap.DialURL("ldap://" + host + ":389")
	if err != nil {
		return nil, err
	}
	if err := conn.StartTLS(&tls.Config{ServerName: host}); err != nil {
		return nil, err
	}
	return conn, conn.Bind(bindDN, password)
}

func mail(host string, auth smtp.Auth) error {
	c, err := smtp.Dial(host + ":25")
	if err != nil {
		return err
	}
	if err := c.StartTLS(&tls.Config{ServerName: host}); err != nil {
		return err
	}
	return c.Auth(auth)
}

func connect(addr, token string) (*grpc.ClientConn, error) {
	creds := credentials.NewTLS(&tls.Config{MinVersion: tls.VersionTLS12})
	return grpc.NewClient(addr, grpc.WithTransportCredentials(creds), grpc.WithPerRPCCredentials(bearer{token}))
}

func plain(addr string) (*grpc.ClientConn, error) {
	return grpc.NewClient(addr, grpc.WithTransportCredentials(insecure.NewCredentials()))
}

func newRegistry(addr string, creds Credentials) (*url.URL, error) {
	u, err := url.Parse(addr)
	if err != nil {
		return nil, err
	}
	if u.Scheme != "https" {
		return nil, errScheme
	}
	return u.JoinPath(creds.User), nil
}

func dsn(c Config) string {
	return fmt.Sprintf("postgres://%s:%s@%s/%s?sslmode=verify-full", c.User, c.Password, c.Host, c.Name)
}
