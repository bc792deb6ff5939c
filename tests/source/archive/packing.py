"""Archives as people's programs make them, of a folder or of what a test says."""

import io
import tarfile
import zipfile
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Final, Literal

TOP: Final = "owner-handbook-0a1b2c3"
"""The folder that a Git host puts everything into."""

Packed = Literal["w:", "w:gz", "w:bz2", "w:xz"]

UNIX: Final = 3
WINDOWS: Final = 0


def tar_folder(folder: Path, file: Path, packed: Packed = "w:gz", top: str = TOP) -> Path:
    """Make a tar of a folder, links and all."""
    with tarfile.open(file, packed) as archive:
        archive.add(folder, top)
    return file


def zip_folder(folder: Path, file: Path, top: str = TOP) -> Path:
    """Make a zip of a folder, links and all, as `zip -y` does."""
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for path in sorted(folder.rglob("*")):
            name = f"{top}/{path.relative_to(folder).as_posix()}"
            if path.is_symlink():
                archive.writestr(linked(name), str(path.readlink()))
            elif path.is_dir():
                archive.writestr(f"{name}/", b"")
            else:
                archive.writestr(zipfile.ZipInfo(name), path.read_bytes(), zipfile.ZIP_DEFLATED)
    return file


def linked(name: str) -> zipfile.ZipInfo:
    """Return a symbolic link for a zip; what it holds is where it leads."""
    info = zipfile.ZipInfo(name)
    info.create_system = UNIX
    info.external_attr = 0o120777 << 16
    return info


def tar_files(file: Path, files: Mapping[str, bytes], packed: Packed = "w:gz") -> Path:
    """Make a tar of files."""
    return tar_members(file, (regular(name, raw) for name, raw in files.items()), packed)


def zip_files(file: Path, files: Mapping[str, bytes]) -> Path:
    """Make a zip of files."""
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, raw in files.items():
            archive.writestr(name, raw)
    return file


Stored = tuple[tarfile.TarInfo, bytes]


def tar_members(file: Path, members: Iterable[Stored], packed: Packed = "w:gz") -> Path:
    """Make a tar of members of any kind."""
    with tarfile.open(file, packed) as archive:
        for info, raw in members:
            archive.addfile(info, io.BytesIO(raw))
    return file


def regular(name: str, raw: bytes) -> Stored:
    """Return a file for a tar."""
    info = tarfile.TarInfo(name)
    info.size = len(raw)
    return info, raw


def special(name: str, kind: bytes, target: str = "") -> Stored:
    """Return a link, a device or the like for a tar."""
    info = tarfile.TarInfo(name)
    info.type = kind
    info.linkname = target
    return info, b""
