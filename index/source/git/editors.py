"""The role of an editor: the only name that is told of who wrote a page."""

from collections.abc import Mapping

Editors = Mapping[str, str]
"""Mail address, or domain, to the name of a role; made from the settings."""


def role_of(address: str, editors: Editors) -> str | None:
    """Return the role of a mail address: its own, else its domain's, else None."""
    folded = {name.casefold().removeprefix("@"): role for name, role in editors.items()}
    address = address.casefold()
    return folded.get(address) or folded.get(address.rpartition("@")[2])
