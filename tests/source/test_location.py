"""What people write as the handbook's place means what they meant, and shows no secret."""

import re
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.parse import quote

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import SecretStr

from index.source.fetch.origin import open_origin
from index.source.location import (
    ArchiveLocation,
    CloneLocation,
    FolderLocation,
    ForgeKind,
    HostedLocation,
    Location,
    shown,
)
from index.source.place import read_location
from index.source.unreadable import HandbookUnreadableError, PlaceProblem

GITHUB, GITLAB, GITEA = ForgeKind.GITHUB, ForgeKind.GITLAB, ForgeKind.GITEA
TOKEN = "ghp_" + "a1" * 18


def _on_github(branch: str = "", folder: str = "") -> HostedLocation:
    base = "https://github.com/os2/handbook"
    return HostedLocation(GITHUB, base, "os2/handbook", branch, folder)


@pytest.mark.parametrize(
    ("place", "branch", "folder"),
    [
        ("https://github.com/os2/handbook", "", ""),
        ("https://github.com/os2/handbook/", "", ""),
        ("https://github.com/os2/handbook.git", "", ""),
        (" https://github.com/os2/handbook\n", "", ""),
        ("https://GitHub.com/os2/handbook", "", ""),
        ("HTTPS://github.com/os2/handbook", "", ""),
        ("https://github.com/os2/handbook?tab=readme-ov-file", "", ""),
        ("https://github.com/os2/handbook?tab=readme-ov-file#kom-i-gang", "", ""),
        ("https://github.com/os2/handbook#readme", "", ""),
        ("https://github.com/os2/handbook/tree/main", "main", ""),
        ("https://github.com/os2/handbook/tree/main/docs", "main", "docs"),
        ("https://github.com/os2/handbook/tree/main/docs/da/", "main", "docs/da"),
        ("https://github.com/os2/handbook/tree/main/F%C3%A6lles%20ting", "main", "Fælles ting"),
        ("https://github.com/os2/handbook/tree/udgave%2F2026/docs", "udgave/2026", "docs"),
        ("https://github.com/os2/handbook/blob/main/docs/a.md", "main", "docs/a.md"),
        ("https://github.com/os2/handbook/blob/main/docs/a.md#L3-L7", "main", "docs/a.md"),
        ("https://github.com/os2/handbook/blob/main/docs/a.md?plain=1#L3", "main", "docs/a.md"),
        (
            "https://github.com/os2/handbook/tree/udgave/2026#udgave/2026:docs",
            "udgave/2026",
            "docs",
        ),
        ("https://github.com/os2/handbook#kladde", "kladde", ""),
        ("https://github.com/os2/handbook#udgave/2026", "udgave/2026", ""),
        ("https://github.com/os2/handbook#main:docs", "main", "docs"),
        ("https://github.com/os2/handbook#:docs/", "", "docs"),
        ("https://github.com/os2/handbook.git#main:docs", "main", "docs"),
        ("github+https://github.com/os2/handbook#main", "main", ""),
    ],
)
def test_github(place: str, branch: str, folder: str) -> None:
    """What a browser shows of a repository on GitHub, or a person adds, is that repository."""
    assert read_location(place)[0] == _on_github(branch, folder)


@pytest.mark.parametrize(
    ("place", "kind", "base", "project", "branch", "folder"),
    [
        (
            "https://gitlab.com/os2/web/handbook",
            *(GITLAB, "https://gitlab.com/os2/web/handbook", "os2/web/handbook", "", ""),
        ),
        (
            "https://gitlab.com/os2/web/handbook/-/tree/main/docs?ref_type=heads",
            *(GITLAB, "https://gitlab.com/os2/web/handbook", "os2/web/handbook", "main", "docs"),
        ),
        (
            "https://gitlab.com/os2/handbook/tree/main",
            *(GITLAB, "https://gitlab.com/os2/handbook", "os2/handbook", "main", ""),
        ),
        (
            "https://gitlab.kommune.dk:8443/os2/handbook/-/blob/main/a.md#ferie",
            *(GITLAB, "https://gitlab.kommune.dk:8443/os2/handbook", "os2/handbook"),
            *("main", "a.md"),
        ),
        (
            "https://codeberg.org/os2/handbook/src/branch/main/docs",
            *(GITEA, "https://codeberg.org/os2/handbook", "os2/handbook", "main", "docs"),
        ),
        (
            "https://codeberg.org/os2/handbook/src/tag/v1",
            *(GITEA, "https://codeberg.org/os2/handbook", "os2/handbook", "v1", ""),
        ),
        (
            "https://codeberg.org/os2/handbook/src/commit/0123456/docs",
            *(GITEA, "https://codeberg.org/os2/handbook", "os2/handbook", "0123456", "docs"),
        ),
        (
            "gitea+https://git.kommune.dk/os2/handbook",
            *(GITEA, "https://git.kommune.dk/os2/handbook", "os2/handbook", "", ""),
        ),
        (
            "github+http://127.0.0.1:8080/os2/handbook/tree/main/docs",
            *(GITHUB, "http://127.0.0.1:8080/os2/handbook", "os2/handbook", "main", "docs"),
        ),
        (
            "gitlab+https://git.kommune.dk/Fælles/håndbog",
            *(GITLAB, "https://git.kommune.dk/F%C3%A6lles/h%C3%A5ndbog", "Fælles/håndbog"),
            *("", ""),
        ),
    ],
)
def test_other_hosts(
    place: str, kind: ForgeKind, base: str, project: str, branch: str, folder: str
) -> None:
    """What a browser shows of a repository on GitLab, Gitea or a host of one's own is that one."""
    assert read_location(place)[0] == HostedLocation(kind, base, project, branch, folder)


@pytest.mark.parametrize(
    ("place", "url", "branch", "folder"),
    [
        ("git@github.com:os2/handbook.git", "git@github.com:os2/handbook.git", "", ""),
        ("git@github.com:os2/hb.git#main:docs", "git@github.com:os2/hb.git", "main", "docs"),
        ("ssh://git@git.kommune.dk:2222/hb.git", "ssh://git@git.kommune.dk:2222/hb.git", "", ""),
        ("ssh://git:hemmelig@git.kommune.dk/hb", "ssh://git@git.kommune.dk/hb", "", ""),
        ("git://git.kommune.dk/hb.git#main", "git://git.kommune.dk/hb.git", "main", ""),
        ("file:///srv/git/hb.git", "file:///srv/git/hb.git", "", ""),
        ("https://git.kommune.dk/hb.git#:docs", "https://git.kommune.dk/hb.git", "", "docs"),
        ("git+https://git.kommune.dk/hb", "https://git.kommune.dk/hb", "", ""),
        ("git+https://github.com/os2/hb", "https://github.com/os2/hb.git", "", ""),
        (
            "git+https://github.com/os2/hb/tree/main/docs",
            *("https://github.com/os2/hb.git", "main", "docs"),
        ),
        ("git+https://gitlab.com/os2/web/hb#main", "https://gitlab.com/os2/web/hb.git", "main", ""),
        ("git+https://git.kommune.dk/hb.zip", "https://git.kommune.dk/hb.zip", "", ""),
        ("https://gist.github.com/kim/0123abcd", "https://gist.github.com/kim/0123abcd", "", ""),
        ("https://kim@bitbucket.org/os2/hb.git", "https://bitbucket.org/os2/hb", "", ""),
        (
            "https://bitbucket.org/os2/hb/src/main/docs/",
            *("https://bitbucket.org/os2/hb", "main", "docs"),
        ),
        (
            "https://os2@dev.azure.com/os2/web/_git/hb",
            *("https://dev.azure.com/os2/web/_git/hb", "", ""),
        ),
        (
            "https://dev.azure.com/os2/web/_git/hb?path=/docs&version=GBudgave/2026",
            *("https://dev.azure.com/os2/web/_git/hb", "udgave/2026", "docs"),
        ),
    ],
)
def test_clones(place: str, url: str, branch: str, folder: str) -> None:
    """Any address that git knows is fetched with git, and the parts behind it are none of it."""
    assert read_location(place) == (CloneLocation(url, branch, folder), SecretStr(""))


@pytest.mark.parametrize(
    ("place", "url", "folder", "query"),
    [
        ("https://kommune.dk/hb.zip", "https://kommune.dk/hb.zip", "", ""),
        ("https://kommune.dk/hb.TAR.GZ#docs", "https://kommune.dk/hb.TAR.GZ", "docs", ""),
        ("https://kommune.dk/hb.tgz#:docs/da", "https://kommune.dk/hb.tgz", "docs/da", ""),
        ("https://kommune.dk/hb.zip?sig=x", "https://kommune.dk/hb.zip", "", "sig=x"),
        ("archive+https://kommune.dk/get?id=7", "https://kommune.dk/get", "", "id=7"),
        (
            "https://github.com/os2/handbook/archive/refs/heads/main.zip",
            *("https://github.com/os2/handbook/archive/refs/heads/main.zip", "", ""),
        ),
        (
            "https://codeload.github.com/os2/handbook/tar.gz/refs/heads/main",
            *("https://codeload.github.com/os2/handbook/tar.gz/refs/heads/main", "", ""),
        ),
    ],
)
def test_archives(place: str, url: str, folder: str, query: str) -> None:
    """An archive is known by its ending; what may open it is kept, and not shown."""
    location, _ = read_location(place)
    assert location == ArchiveLocation(url, folder, SecretStr(query))
    assert not query or query not in f"{location!r} {shown(location)}"


@pytest.mark.parametrize(
    "place",
    [
        "docs",
        ".",
        "/srv/handbook",
        "C:\\hb",
        "C:/hb",
        "\\\\server\\hb",
        "git@home",
        "a:b",
        "hb.zip",
    ],
)
def test_folders(place: str) -> None:
    """Everything else is a path on this computer, a path of Windows too."""
    assert read_location(place)[0] == FolderLocation(Path(place))


def test_folder_with_the_name_of_an_address(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A folder that is there is a folder, even if its name looks like what git is given."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "kim@home:noter").mkdir()
    assert read_location("kim@home:noter")[0] == FolderLocation(Path("kim@home:noter"))
    assert isinstance(read_location("kim@home:andet")[0], CloneLocation)
    assert isinstance(read_location("kim@home:" + "x" * 5_000)[0], CloneLocation)


@pytest.mark.parametrize(
    ("place", "named"),
    [
        ("https://", "https://"),
        ("https:///x", "https:///x"),
        ("file://", "file://"),
        ("ftp://kommune.dk/hb.zip", "ftp://kommune.dk/hb.zip"),
        ("://x", "://x"),
        ("https://kommune.dk:x/hb", "https://kommune.dk:x/hb"),
        ("https://[::1/hb", "https://[::1/hb"),
        ("https://github.com/os2", "https://github.com/os2"),
        ("https://github.com/os2/handbook/issues/7", "https://github.com/os2/handbook/issues/7"),
        ("https://gitlab.com/os2/handbook/-/issues", "https://gitlab.com/os2/handbook/-/issues"),
        ("https://gitlab.com/os2", "https://gitlab.com/os2"),
        ("https://os2.github.io/handbook/a", "https://os2.github.io/handbook/a"),
        ("github+ssh://git@kommune.dk/o/n", "github+ssh://kommune.dk/o/n"),
        ("https://u:hem/melig@kommune.dk/hb", "https://kommune.dk/hb"),
        ("https://u:hem melig/@kommune.dk/hb", "https://kommune.dk/hb"),
        ("https://u:12#34@kommune.dk/hb", "https://kommune.dk/hb"),
        ("https://u:12?34@kommune.dk/hb", "https://kommune.dk/hb"),
    ],
)
def test_refused(place: str, named: str) -> None:
    """An address of which nothing is fetched is named as it was written, without its secrets."""
    with pytest.raises(HandbookUnreadableError) as caught:
        read_location(place)
    assert (caught.value.problem, caught.value.place) == (PlaceProblem.ADDRESS, named)


@pytest.mark.parametrize("place", ["", "  ", "~nobody-here-at-all/hb"])
def test_nothing(place: str) -> None:
    """Nothing is no place."""
    with pytest.raises(HandbookUnreadableError) as caught:
        read_location(place)
    assert caught.value.problem is PlaceProblem.MISSING


@pytest.mark.parametrize(
    ("address", "token"),
    [
        (f"https://{TOKEN}@github.com/os2/handbook", TOKEN),
        (f"https://kim:{TOKEN}@github.com/os2/handbook", TOKEN),
        (f"https://{TOKEN}:@github.com/os2/handbook", TOKEN),
        ("https://kim:p%40ss%2F1@github.com/os2/handbook", "p@ss/1"),
        ("https://kim:p@ss@github.com/os2/handbook", "p@ss"),
        ("https://kim@github.com/os2/handbook", ""),
    ],
)
def test_token_in_the_address(address: str, token: str) -> None:
    """A token or password is taken out of the address; the name of somebody is none."""
    location, secret = read_location(address)
    assert location == _on_github()
    assert secret.get_secret_value() == token


@pytest.mark.parametrize(
    ("location", "place"),
    [
        (_on_github(), "https://github.com/os2/handbook"),
        (_on_github("main", "docs"), "https://github.com/os2/handbook#main:docs"),
        (_on_github("", "docs"), "https://github.com/os2/handbook#:docs"),
        (CloneLocation("git@a.b:hb", "main"), "git@a.b:hb#main"),
        (ArchiveLocation("https://kommune.dk/hb.zip", "docs"), "https://kommune.dk/hb.zip#:docs"),
        (FolderLocation(Path("docs")), "docs"),
    ],
)
def test_shown_as_it_may_be_written(location: Location, place: str) -> None:
    """What is shown of a place is the same place when it is written down."""
    assert shown(location) == place
    assert read_location(place)[0] == location


HOSTS = ["github.com", "gitlab.com", "codeberg.org", "bitbucket.org", "dev.azure.com", "kommune.dk"]
WAYS = ["", "git+", "github+", "gitlab+", "gitea+", "archive+"]
ADDRESSES = st.builds(
    "{}{}://{}{}".format,
    st.sampled_from(WAYS),
    st.sampled_from(["http", "https", "ssh", "git", "file", "ftp"]),
    st.sampled_from(HOSTS) | st.text(max_size=20),
    st.text(alphabet="/-.#:?@%[]abæ_ \\\n", max_size=30),
)


@given(st.text() | ADDRESSES)
def test_any_place(place: str) -> None:
    """Any text is a place or is refused, and a place can be fetched from or is refused."""
    with suppress(HandbookUnreadableError), TemporaryDirectory() as folder:
        location, token = read_location(place)
        if isinstance(location, HostedLocation | ArchiveLocation):
            assert open_origin(location, token, Path(folder)).kept() is None


SECRET = "Hemmelig"  # noqa: S105 - made up
PASSWORDS = st.builds("{}{}{}".format, st.text(max_size=5), st.just(SECRET), st.text(max_size=5))


@given(
    st.sampled_from(WAYS),
    st.sampled_from(["http", "https", "ssh", "git", "file", "ftp"]),
    st.sampled_from(HOSTS),
    PASSWORDS | PASSWORDS.map(lambda text: quote(text, safe="")),
    st.sampled_from(["", "/", "/os2/hb", "/os2/hb.zip", "/os2/hb#main:docs", "/os2/hb?a=b"]),
)
def test_no_password_is_shown(way: str, scheme: str, host: str, password: str, rest: str) -> None:
    """Whatever a password holds, it stands in no place, no error and no repr."""
    place = f"{way}{scheme}://kim:{password}@{host}{rest}"
    try:
        location, secret = read_location(place)
        said = f"{location!r} {shown(location)} {secret!r}"
    except HandbookUnreadableError as error:
        said = f"{error!r} {error.place} {error.detail}"
    assert SECRET not in said


def test_no_password_in_a_trace() -> None:
    """An address that is refused is not quoted by the error that it came from."""
    with pytest.raises(HandbookUnreadableError) as caught:
        read_location("https://u:Hemmelig@kommune.dk:x/hb")
    assert not re.search("Hemmelig", f"{caught.value.__cause__!r}{caught.value.__context__!r}")
