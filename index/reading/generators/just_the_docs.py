"""What the theme Just the Docs takes from `_config.yml`.

Source: https://just-the-docs.com/docs/configuration/#callouts
"""

from collections.abc import Mapping

from index.reading.generators.generator import Settings


def callout_titles(settings: Settings) -> Mapping[str, str]:
    """Return the classes of the site's callouts, each with the title above it; empty for none."""
    callouts = settings.get("callouts")
    if not isinstance(callouts, dict):
        return {}
    return {
        str(name): str(about.get("title") or "") if isinstance(about, dict) else ""
        for name, about in callouts.items()
    }
