"""The hosts of Git repositories, and the forms of address for a file and for a new issue.

Forms as the hosts themselves link, and where they say so:
GitHub, https://docs.github.com/en/repositories/working-with-files/using-files/getting-permanent-links-to-files
(`?plain=1` shows Markdown as lines, which a rendered file has not);
GitLab, the same parameter since 15.2, https://gitlab.com/gitlab-org/gitlab/-/merge_requests/91810;
Gitea and Forgejo (Codeberg), `?display=source`, as the file view's own "View source" links;
Bitbucket Cloud, `#lines-1:2` and `?mode=edit`, as the file view's own buttons link;
Azure DevOps, `version=GB` for a branch and `GC` for a commit, as "Copy link" there gives.

Forms of a new issue with title and text filled in:
GitHub, https://docs.github.com/en/issues/tracking-your-work-with-issues/using-issues/creating-an-issue#creating-an-issue-from-a-url-query;
GitLab, https://docs.gitlab.com/user/project/issues/create_issues/#using-a-url-with-prefilled-values;
Gitea and Forgejo, https://forgejo.org/docs/latest/user/issue-pull-request-templates;
Azure DevOps, a work item of the type that all its processes have, as "Copy URL" gave it,
https://learn.microsoft.com/en-us/azure/devops/boards/backlogs/work-item-template;
Bitbucket fills in nothing (its issue 6209: won't fix), and has no issues in newer workspaces.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Host:
    """A kind of host: its forms, with `{base}`, `{branch}`, `{commit}`, `{path}` and lines."""

    view: str
    """A file on a branch, as a reader wants it: Markdown rendered."""
    edit: str
    """The same in the host's editor."""
    at_line: str
    """What is added to `edit` for a line; an editor that knows no lines opens all the same."""
    permalink: str
    """A file as a commit has it."""
    line: str
    """What is added to `permalink` for one line, so that lines are shown."""
    lines: str
    """The same for a range."""
    issue: str = ""
    """A new issue, with `{title}` and `{body}` to be filled in; `{project}` is what the repository
    belongs to. Empty where the host fills in nothing."""
    anchors: str = ""
    """The generator whose heading ids its rendered files have; empty where none is like it."""


GITHUB: Final = Host(
    view="{base}/blob/{branch}/{path}",
    edit="{base}/edit/{branch}/{path}",
    at_line="#L{first}",
    permalink="{base}/blob/{commit}/{path}",
    line="?plain=1#L{first}",
    lines="?plain=1#L{first}-L{last}",
    issue="{base}/issues/new?title={title}&body={body}",
    anchors="github",
)
GITLAB: Final = Host(
    view="{base}/-/blob/{branch}/{path}",
    edit="{base}/-/edit/{branch}/{path}",
    at_line="#L{first}",
    permalink="{base}/-/blob/{commit}/{path}",
    line="?plain=1#L{first}",
    lines="?plain=1#L{first}-{last}",
    issue="{base}/-/issues/new?issue%5Btitle%5D={title}&issue%5Bdescription%5D={body}",
)
GITEA: Final = Host(
    view="{base}/src/branch/{branch}/{path}",
    edit="{base}/_edit/{branch}/{path}",
    at_line="#L{first}",
    permalink="{base}/src/commit/{commit}/{path}",
    line="?display=source#L{first}",
    lines="?display=source#L{first}-L{last}",
    issue="{base}/issues/new?title={title}&body={body}",
)
BITBUCKET: Final = Host(
    view="{base}/src/{branch}/{path}",
    edit="{base}/src/{branch}/{path}?mode=edit&at={branch}",
    at_line="#lines-{first}",
    permalink="{base}/src/{commit}/{path}",
    line="#lines-{first}",
    lines="#lines-{first}:{last}",
)
AZURE: Final = Host(
    view="{base}?path=/{path}&version=GB{branch}",
    edit="{base}?path=/{path}&version=GB{branch}&_a=contents",
    at_line="&line={first}&lineEnd={after}&lineStartColumn=1&lineEndColumn=1",
    permalink="{base}?path=/{path}&version=GC{commit}&_a=contents",
    line="&line={first}&lineEnd={after}&lineStartColumn=1&lineEndColumn=1",
    lines="&line={first}&lineEnd={after}&lineStartColumn=1&lineEndColumn=1",
    issue="{project}/_workItems/create/Task?%5BSystem.Title%5D={title}&%5BSystem.Description%5D={body}",
)

_BY_NAME: Final[Mapping[str, Host]] = {
    "github": GITHUB,
    "gitlab": GITLAB,
    "codeberg": GITEA,
    "forgejo": GITEA,
    "gitea": GITEA,
}
"""Hosts that can be told by a part of their name, also where an organisation runs its own."""

_BY_DOMAIN: Final[Mapping[str, Host]] = {"bitbucket.org": BITBUCKET, "dev.azure.com": AZURE}
"""Hosts that have their forms only there: a Bitbucket of one's own has others."""


def host_named(name: str) -> Host | None:
    """Return what kind of host a domain is, None where that cannot be told."""
    parts = re.split(r"[.-]", name)
    known = next((_BY_NAME[part] for part in parts if part in _BY_NAME), None)
    return _BY_DOMAIN.get(name, known)
