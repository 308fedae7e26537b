import logging

logger = logging.getLogger(__name__)


def sign_in(name, password):
    logger.info("sign-in of %s with %d characters", name, len(password))


def pay(order, card_number):
    logging.debug("paying %s", order)


def missing():
    logger.warning("no password given")
