#include <httplib.h>

void fetch(httplib::SSLClient &client, QSslSocket &socket)
{
    client.enable_server_certificate_verification(false); // finding: turns the check of certificates off
    socket.setPeerVerifyMode(QSslSocket::VerifyNone); // finding: turns the check of certificates off
}
