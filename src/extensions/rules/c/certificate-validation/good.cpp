#include <httplib.h>

void fetch(httplib::SSLClient &client, QSslSocket &socket)
{
    client.enable_server_certificate_verification(true);
    socket.setPeerVerifyMode(QSslSocket::VerifyPeer);
}
