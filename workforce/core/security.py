"""Passwords, sealed secrets and signed tokens."""

from __future__ import annotations

import base64
import binascii
import hashlib
import hmac
import json
import os
import secrets
import time
from functools import lru_cache
from typing import Any

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from passlib.hash import argon2

from workforce.core.errors import WorkforceError
from workforce.core.settings import get_settings

SEAL_VERSION = "v1"
NONCE_BYTES = 12

# 64 MiB and three passes: some 50 ms on one core.
_argon2 = argon2.using(type="ID", memory_cost=65536, rounds=3, parallelism=2)


class SealBroken(WorkforceError):
    """A sealed value cannot be opened: another master key, another place, or a changed byte."""

    sentence = (
        "A saved secret cannot be read any more, because the platform's MASTER_KEY has changed. "
        "Set the former key, or save the secret again."
    )


def hash_password(password: str) -> str:
    """The argon2id hash to keep; takes some 50 ms, so call it in a thread."""
    return str(_argon2.hash(password))


def verify_password(password: str, kept: str) -> bool:
    """Whether the password is the one that was hashed; False for a hash that cannot be read. In a thread, as above."""
    try:
        return bool(_argon2.verify(password, kept))
    except ValueError:
        return False


def seal(value: bytes | str, context: str) -> str:
    """Encrypt (AES-256-GCM). `context` names the place, e.g. `connection:<organisation>:<id>`; it is not kept."""
    plain = value.encode() if isinstance(value, str) else value
    nonce = os.urandom(NONCE_BYTES)
    sealed = AESGCM(_derived(_master(), b"seal")).encrypt(nonce, plain, context.encode())
    return f"{SEAL_VERSION}.{_encode(nonce + sealed)}"


def unseal(sealed: str, context: str) -> str:
    """What was sealed in the same context, as text; raises `SealBroken`."""
    version, _, body = sealed.partition(".")
    try:
        raw = _decode(body)
        if version != SEAL_VERSION:
            raise SealBroken(detail=f"seal version {version!r}")
        plain = AESGCM(_derived(_master(), b"seal")).decrypt(raw[:NONCE_BYTES], raw[NONCE_BYTES:], context.encode())
        return plain.decode()
    except (InvalidTag, ValueError) as error:
        raise SealBroken(detail=type(error).__name__) from error


def sign(payload: dict[str, Any], ttl: int) -> str:
    """A token that carries the payload for `ttl` seconds: readable by whoever has it, made only by us."""
    body = _encode(json.dumps({"p": payload, "e": int(time.time()) + ttl}, separators=(",", ":")).encode())
    return f"{body}.{_encode(_signature(body))}"


def read(token: str) -> dict[str, Any] | None:
    """The payload of a token that we signed and that has not run out, else None."""
    body, _, signature = token.partition(".")
    try:
        if not hmac.compare_digest(_decode(signature), _signature(body)):
            return None
        kept = json.loads(_decode(body))
    except ValueError:
        return None
    return dict(kept["p"]) if kept["e"] > time.time() else None


def new_secret() -> str:
    """A new secret of 256 bits for URLs and headers: 43 characters."""
    return secrets.token_urlsafe(32)


def fingerprint(secret: str) -> str:
    """SHA-256 (hex) of a secret that has enough entropy of its own: what is kept of a token."""
    return hashlib.sha256(secret.encode()).hexdigest()


def _master() -> str:
    return get_settings().master_key.get_secret_value()


def _signature(body: str) -> bytes:
    key = _derived(get_settings().secret_key.get_secret_value(), b"sign")
    return hmac.digest(key, body.encode(), "sha256")


@lru_cache(maxsize=8)
def _derived(secret: str, purpose: bytes) -> bytes:
    return HKDF(SHA256(), length=32, salt=None, info=b"workforce/" + purpose).derive(secret.encode())


def _encode(raw: bytes) -> str:
    return base64.urlsafe_b64encode(raw).rstrip(b"=").decode()


def _decode(text: str) -> bytes:
    try:
        return base64.b64decode(text + "=" * (-len(text) % 4), altchars=b"-_", validate=True)
    except binascii.Error as error:
        raise ValueError("not base64") from error
