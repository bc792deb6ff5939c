"""`handbook doctor`: the checks in their order."""

from collections.abc import Iterator

from bot.diagnosis.cache import check_cache
from bot.diagnosis.examination import Examination
from bot.diagnosis.finding import Checked, Subject
from bot.diagnosis.handbook import check_handbooks
from bot.diagnosis.model import check_model
from bot.diagnosis.site import check_sites
from bot.diagnosis.store import check_store
from bot.settings.slack import SlackSettings
from bot.slack.diagnosis import check_slack


def diagnose(seen: Examination, store: str, slack: SlackSettings) -> Iterator[Checked]:
    """Yield what each check finds, as soon as it is found; `store` is the address of the store."""
    in_order = (
        (Subject.HANDBOOK, check_handbooks(seen)),
        (Subject.SITE, check_sites(seen)),
        (Subject.CACHE, check_cache(seen)),
        (Subject.STORE, check_store(store)),
        (Subject.SLACK, check_slack(slack)),
        (Subject.MODEL, check_model(seen)),
    )
    for subject, findings in in_order:
        for finding in findings:
            yield Checked(subject, finding)
