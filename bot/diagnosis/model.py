"""The optional embedding model: whether it can be used."""

from collections.abc import Iterator

from bot.diagnosis.examination import Examination
from bot.diagnosis.finding import Finding, Level, well


def check_model(seen: Examination) -> Iterator[Finding]:
    """Tell whether the model that the settings name was loaded."""
    if not seen.handbooks.model:
        yield well("doctor-model-none")
    elif seen.model:
        yield Finding(Level.WRONG, (seen.model,))
    else:
        yield well("doctor-model", folder=seen.handbooks.model)
