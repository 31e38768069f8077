"""Signs a package of data and tells whose signature it bears: Ed25519 over its manifest.

The key file is the one with which lists of plugins are signed, opened by a passphrase. A signature has
no last day: a package of years ago still opens the law of its own days.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from hardship_desk.exchange.plugin_list_file import is_signed_by


def signature_of(manifest: bytes, private_key: bytes, purpose: bytes) -> bytes:
    """The signature over a manifest, as the file that goes with it."""
    signature = Ed25519PrivateKey.from_private_bytes(private_key).sign(purpose + manifest)
    return f"{signature.hex()}\n".encode()


def signed_by(keys: Iterable[bytes], purpose: bytes) -> Callable[[bytes, bytes], str]:
    """Tells of a manifest and its signature whether one of these keys made it; a code where not."""
    known = tuple(keys)

    def check(manifest: bytes, signature: bytes) -> str:
        if not known:
            return "no_trusted_key"
        try:
            raw = bytes.fromhex(signature.decode("ascii").strip())
        except ValueError:
            return "not_a_signature"
        trusted = any(is_signed_by(key, raw, purpose + manifest) for key in known)
        return "" if trusted else "not_trusted"

    return check
