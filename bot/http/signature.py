"""Whether a request comes from who knows the webhook's secret, by the rules of each Git host.

GitHub: https://docs.github.com/en/webhooks/using-webhooks/validating-webhook-deliveries
GitLab: https://docs.gitlab.com/user/project/integrations/webhooks/ (the secret token)
Gitea: https://docs.gitea.com/usage/webhooks (it sends GitHub's header too)
Forgejo: https://forgejo.org/docs/latest/user/webhooks/ (it sends those of both too)
"""

from collections.abc import Mapping
from hmac import compare_digest
from typing import Final

SIGNATURES: Final = {
    b"x-hub-signature-256": b"sha256=",
    b"x-gitea-signature": b"",
    b"x-forgejo-signature": b"",
}
"""Headers with the body's HMAC-SHA256 in hexadecimal digits, and what stands before them."""

TOKEN: Final = b"x-gitlab-token"
"""GitLab's header with the secret itself."""

DIGEST: Final = "sha256"
"""What the bodies are signed with."""


def is_signed(headers: Mapping[bytes, bytes], secret: bytes, digest: bytes) -> bool:
    """Tell whether one of the headers (names in lower case) proves that the sender knows `secret`.

    `digest` is the HMAC of the body as it came, in hexadecimal digits.
    """
    proofs = {TOKEN: secret, **{name: before + digest for name, before in SIGNATURES.items()}}
    # Compared whole, so that the time tells nobody how much of a guess was right.
    return any(compare_digest(headers.get(name, b""), proof) for name, proof in proofs.items())
