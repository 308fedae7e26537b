#include <mysql/mysql.h>
#include <openssl/aes.h>
#include <stdio.h>
#include <string.h>

#define ADMIN_PASSWORD "hunter2x" // finding: The password 'ADMIN_PASSWORD'

static const char *api_key = "a8f5f167f44f4964e6c998dee827110c"; // finding: The key 'api_key'
static const unsigned char aes_key[16] = { 0x12, 0x34, 0x56, 0x78, 0x9a }; // finding: The key 'aes_key'

struct config {
    const char *user;
    const char *password;
};

struct config defaults = { .user = "root", .password = "Tr0ub4dor" }; // finding: The password 'password'

int login(const char *password)
{
    if (strcmp(password, "letmein42") == 0) // finding: is compared with a literal
        return 1;
    return 0;
}

void connect_to(MYSQL *conn, AES_KEY *key)
{
    char password[32];
    mysql_real_connect(conn, "localhost", "root", "s3cr3t!", "shop", 0, NULL, 0); // finding: given to 'mysql_real_connect'
    strcpy(password, "Passw0rd1"); // finding: The password 'password'
    AES_set_encrypt_key((const unsigned char *)"0123456789abcdef", 128, key); // finding: given to 'AES_set_encrypt_key'
    PQconnectdb("host=db user=shop password=s3cr3tpw"); // finding: The text of the connection
}

static const unsigned char start_block[16] = { 0x10, 0x22, 0x31, 0x47, 0x55, 0x68, 0x7a, 0x81, 0x9c, 0xaf, 0xb2, 0xc4, 0xd7, 0xe0, 0xf3, 0x05 };

int seal(EVP_CIPHER_CTX *ctx, const unsigned char *iv)
{
    return EVP_EncryptInit_ex(ctx, EVP_aes_128_gcm(), NULL, start_block, iv); // finding: stands in the source code
}
