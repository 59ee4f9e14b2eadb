"""Make the folders of the embedded server, owned by whoever runs it; never touch a folder that was there."""

from __future__ import annotations

import contextlib
import os
import stat
from pathlib import Path

from proceedings.database.place import EmbeddedServerError, Place


def make_folders(place: Place) -> None:
    """
    Make what is missing around the data directory and the socket; the data directory itself is initdb's.

    Raises EmbeddedServerError as `make_outside` does.
    """
    if place.root in (*place.data_dir.parents, *place.socket_dir.parents):
        make_outside(place)
    _make_passable(place.data_dir.parent)
    if place.socket_dir != place.data_dir and not place.socket_dir.exists():
        place.socket_dir.mkdir(mode=0o700)
        give(place, place.socket_dir)


def make_outside(place: Place) -> None:
    """
    Make the folder outside the checkout.

    Raises EmbeddedServerError when it belongs to somebody else, who could then pretend to be our server.
    """
    for folder in (place.root.parent, place.root):
        _make_guarded(folder)


def give(place: Place, folder: Path) -> None:
    """Hand a folder that root just made to the user who runs the server."""
    if place.user:
        os.chown(folder, place.user.pw_uid, place.user.pw_gid, follow_symlinks=False)


def _make_guarded(folder: Path) -> None:
    user = os.geteuid()
    if not folder.exists():
        with contextlib.suppress(FileExistsError):
            folder.mkdir(mode=0o700)
            folder.chmod(
                0o700 if user else 0o755
            )  # whatever the umask; root's has to let another user through
    found = folder.lstat()
    forbidden = 0o077 if user else 0o022
    if not stat.S_ISDIR(found.st_mode) or found.st_uid != user or found.st_mode & forbidden:
        raise EmbeddedServerError(
            f"{folder} belongs to somebody else or is open to others, so it cannot hold the database. "
            "Hint: remove it, clone the project to a folder with a shorter path, or set DATABASE_URL."
        )


def _make_passable(folder: Path) -> None:
    """As `mkdir -p` whose new folders may be passed through, since root's umask may be narrow."""
    if folder.is_dir():
        return
    _make_passable(folder.parent)
    folder.mkdir(exist_ok=True)
    if os.geteuid() == 0:
        folder.chmod(0o755)
