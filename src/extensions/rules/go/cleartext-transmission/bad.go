package clients

import (
	"bytes"
	"context"
	"fmt"
	"net"
	"net/http"
	"net/smtp"
	"net/url"

	"github.com/go-ldap/ldap/v3"
	"google.golang.org/grpc"
	"google.golang.org/grpc/credentials/insecure"
)

const endpoint = "http://auth.example.com/login"

func login(user, password string) (*http.Response, error) {
	return http.PostForm(endpoint, url.Values{"user": {user}, "password": {password}}) // finding: A secret is sent to an address without encryption.
}

func (c *Client) charge(ctx context.Context, card Card) error {
	req, err := http.NewRequestWithContext(ctx, "POST", "http://payments.example.com/v1/charge", bytes.NewReader(encode(card))) // finding: A secret is sent
	if err != nil {
		return err
	}
	return c.send(req)
}

func directory(host, bindDN, password string) (*ldap.Conn, error) {
	conn, err := ldap.DialURL("ldap://" + host + ":389") // finding: The password is sent to the directory without encryption.
	if err != nil {
		return nil, err
	}
	return conn, conn.Bind(bindDN, password)
}

func mail(host string, auth smtp.Auth) error {
	c, err := smtp.Dial(host + ":25") // finding: The password is sent to the mail server without encryption.
	if err != nil {
		return err
	}
	return c.Auth(auth)
}

func connect(addr, token string) (*grpc.ClientConn, error) {
	return grpc.NewClient(addr, grpc.WithTransportCredentials(insecure.NewCredentials()), grpc.WithPerRPCCredentials(bearer{token})) // finding: A secret is sent over a connection without encryption.
}

func pop(host, user, password string) error {
	conn, err := net.Dial("tcp", host+":110") // finding: The password is sent without encryption.
	if err != nil {
		return err
	}
	fmt.Fprintf(conn, "USER %s\r\n", user)
	fmt.Fprintf(conn, "PASS %s\r\n", password)
	return nil
}

func newRegistry(addr string, creds Credentials) (*url.URL, error) {
	u, err := url.Parse(addr)
	if err != nil {
		return nil, err
	}
	if u.Scheme != "https" && u.Scheme != "http" { // finding: Addresses without encryption are let through, and a secret is sent to them.
		return nil, errScheme
	}
	return u.JoinPath(creds.User), nil
}

func dsn(c Config) string {
	return fmt.Sprintf("postgres://%s:%s@%s/%s?sslmode=disable", c.User, c.Password, c.Host, c.Name) // finding: The password is sent to the database without encryption.
}
