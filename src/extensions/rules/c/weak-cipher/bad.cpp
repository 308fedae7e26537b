#include <cryptopp/des.h>

void seal(const byte *key)
{
    CryptoPP::ECB_Mode<CryptoPP::AES>::Encryption e(key, 16); // finding: ECB
    CryptoPP::DES::Encryption des(key, 8); // finding: DES
}
