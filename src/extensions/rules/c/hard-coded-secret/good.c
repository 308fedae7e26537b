#include <mysql/mysql.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define PASSWORD_FILE "/etc/tool/password"
#define MAX_PASSWORD 64

static const char *password_prompt = "Password: ";
static const unsigned char key[16] = { 0 };

int login(const char *password)
{
    const char *expected = getenv("TOOL_PASSWORD");
    if (strcmp(password, "") == 0 || expected == NULL)
        return 0;
    return strcmp(password, expected) == 0;
}

void connect_to(MYSQL *conn)
{
    char password[MAX_PASSWORD] = "";
    const char *pass = getenv("DB_PASS");
    mysql_real_connect(conn, "localhost", "root", pass, "shop", 0, NULL, 0);
    printf("Enter password: ");
    fgets(password, sizeof(password), stdin);
}

#define KEY_BEGINS "-----BEGIN PRIVATE KEY-----"

int holds_key(const char *text)
{
    return strstr(text, KEY_BEGINS) != NULL;
}

int seal(EVP_CIPHER_CTX *ctx, const unsigned char *iv)
{
    unsigned char block[16] = { 0 };
    if (read_block(block, sizeof(block)) != 0)
        return 0;
    return EVP_EncryptInit_ex(ctx, EVP_aes_128_gcm(), NULL, block, iv);
}
