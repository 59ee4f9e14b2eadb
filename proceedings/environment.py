"""Typed readers of the environment: every setting the outside may give, refused with a hint when it is nonsense."""

import difflib
import secrets
from collections.abc import Mapping
from pathlib import Path
from urllib.parse import urlsplit

from django.core.exceptions import ImproperlyConfigured

PREFIX = "KYYEU_"
YES = {"1", "true", "yes", "on"}
NO = {"0", "false", "no", "off", ""}


class Environment:
    """The variables that begin with ``KYYEU_``; remembers which were asked for, so that a misspelt one is found."""

    def __init__(self, variables: Mapping[str, str]) -> None:
        self.variables = variables
        self.known: set[str] = set()

    def text(self, name: str, default: str = "") -> str:
        """Return the trimmed value of ``KYYEU_<name>``, or the default."""
        self.known.add(PREFIX + name)
        return self.variables.get(PREFIX + name, default).strip()

    def flag(self, name: str, *, default: bool = False) -> bool:
        """Return a yes/no value; anything else is refused."""
        value = self.text(name, "1" if default else "0").lower()
        if value in YES:
            return True
        if value in NO:
            return False
        raise ImproperlyConfigured(f"{PREFIX}{name}={value!r} is neither yes nor no. Write 1 or 0.")

    def words(self, name: str) -> list[str]:
        """Return a comma-separated list without empty words."""
        return [word.strip() for word in self.text(name).split(",") if word.strip()]

    def pairs(self, name: str) -> dict[str, str]:
        """Return a comma-separated list of ``word:text`` as a mapping; a part without a colon is refused."""
        found = {}
        for part in self.words(name):
            key, colon, value = (piece.strip() for piece in part.partition(":"))
            if not (key and colon and value):
                raise ImproperlyConfigured(f"{PREFIX}{name}: {part!r} is not of the form workshop:Folder.")
            found[key] = value
        return found

    def choice(self, name: str, *, choices: tuple[str, ...], default: str) -> str:
        """Return one of the choices, compared without regard to case."""
        value = self.text(name, default).upper()
        if value not in choices:
            raise ImproperlyConfigured(f"{PREFIX}{name}={value!r}: write one of {', '.join(choices)}.")
        return value

    def url(self, name: str, *, default: str, schemes: tuple[str, ...]) -> str:
        """Return an absolute URL without its last slash, of one of the schemes and with a usable port."""
        value = self.text(name, default).rstrip("/")
        hint = f"{PREFIX}{name}={value!r}: write it as {schemes[0]}://host[:port]."
        try:
            parts = urlsplit(value)
            valid = parts.scheme in schemes and bool(parts.hostname) and parts.port != 0
        except ValueError as error:
            raise ImproperlyConfigured(f"{hint} ({error})") from error
        if not valid:
            raise ImproperlyConfigured(hint)
        return value

    def refuse_unknown(self) -> None:
        """Refuse a variable with our prefix that no setting reads: most likely a spelling mistake."""
        unknown = sorted(
            name for name in self.variables if name.startswith(PREFIX) and name not in self.known
        )
        if not unknown:
            return
        near = difflib.get_close_matches(unknown[0], self.known, n=1)
        hint = f" Did you mean {near[0]}?" if near else f" Known are: {', '.join(sorted(self.known))}."
        raise ImproperlyConfigured(f"Unknown setting {unknown[0]} in the environment.{hint}")


def secret_key(given: str, *, folder: Path, is_public: bool) -> str:
    """Return the signing key: the one given, or one made once for this folder while the site is not public.

    A site served over https must be given its key, because every machine that serves it has to share it.
    """
    if given:
        if len(given) < 50:
            raise ImproperlyConfigured(f"{PREFIX}SECRET_KEY is shorter than 50 characters. {_KEY_HINT}")
        return given
    if is_public:
        raise ImproperlyConfigured(
            f"{PREFIX}SECRET_KEY is needed when {PREFIX}SITE_URL is https. {_KEY_HINT}"
        )
    path = folder / "secret-key"
    if not path.exists():
        folder.mkdir(parents=True, exist_ok=True)
        fresh = path.with_name(f"secret-key.{secrets.token_hex(4)}")
        fresh.touch(mode=0o600)
        fresh.write_text(secrets.token_urlsafe(64))
        try:
            path.hardlink_to(fresh)
        except FileExistsError:  # another process was quicker
            pass
        finally:
            fresh.unlink()
    return path.read_text()


_KEY_HINT = "Make one with: python -c 'import secrets; print(secrets.token_urlsafe(64))'"
