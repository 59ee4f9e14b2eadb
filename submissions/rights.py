"""Who may do what at the door; a migration grants it (``proceedings.accounts.rights`` has the rights on the record)."""

from __future__ import annotations

from collections.abc import Mapping

from proceedings.accounts.rights import Role

_READ = frozenset({"view_batch", "view_submission", "view_receivedfile", "view_uploadlink"})

#: Secretaries receive, correct, accept, refuse and look after background jobs; editors look on. A delegate's own page
#: asks for no right: it belongs to whoever signs in for a committee, or holds its link.
RIGHTS: Mapping[Role, frozenset[str]] = {
    Role.SECRETARY: _READ
    | {"add_batch", "add_submission", "change_submission", "add_uploadlink", "change_uploadlink"}
    | {"view_backgroundjob", "change_backgroundjob"},
    Role.EDITOR: _READ,
    Role.CHIEF_EDITOR: _READ,
    Role.DELEGATE: frozenset(),
}
