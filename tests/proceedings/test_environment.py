"""Settings from outside: nonsense is refused with a hint."""

import os
import stat
import threading

import pytest
from django.core.exceptions import ImproperlyConfigured

from proceedings.environment import Environment, secret_key

LONG = "x" * 50


def of(**variables):
    return Environment({f"KYYEU_{name}": value for name, value in variables.items()})


@pytest.mark.parametrize(
    ("given", "meant"),
    [("1", True), ("yes", True), ("ON", True), (" true ", True), ("0", False), ("off", False), ("", False)],
)
def test_flag_reads_yes_and_no(given, meant):
    assert of(DEBUG=given).flag("DEBUG") is meant


def test_flag_not_given_is_its_default():
    assert of().flag("DEBUG", default=True) is True


def test_flag_refuses_what_is_neither():
    with pytest.raises(
        ImproperlyConfigured, match=r"KYYEU_DEBUG='maybe' is neither yes nor no\. Write 1 or 0\."
    ):
        of(DEBUG="maybe").flag("DEBUG")


def test_words_leave_out_the_empty_ones():
    assert of(ALLOWED_HOSTS=" a.vn, ,b.vn,").words("ALLOWED_HOSTS") == ["a.vn", "b.vn"]


def test_pairs_keep_what_stands_after_the_first_colon():
    assert of(IMAP_FOLDERS="mot:Góp ý, hai: A:B ,").pairs("IMAP_FOLDERS") == {"mot": "Góp ý", "hai": "A:B"}


@pytest.mark.parametrize("given", ["mot", "mot:", ":Hai", "mot:A,hai"])
def test_pairs_refuse_half_a_pair(given):
    with pytest.raises(ImproperlyConfigured, match="is not of the form workshop:Folder"):
        of(IMAP_FOLDERS=given).pairs("IMAP_FOLDERS")


def test_choice_compares_without_case():
    assert of(LOG_LEVEL="info").choice("LOG_LEVEL", choices=("INFO",), default="INFO") == "INFO"


def test_choice_refuses_with_the_list():
    with pytest.raises(ImproperlyConfigured, match="write one of DEBUG, INFO"):
        of(LOG_LEVEL="loud").choice("LOG_LEVEL", choices=("DEBUG", "INFO"), default="INFO")


def test_url_loses_its_last_slash():
    assert of(SITE_URL="https://ky.yeu/").url("SITE_URL", default="", schemes=("https",)) == "https://ky.yeu"


@pytest.mark.parametrize(
    "nonsense",
    [
        "ky.yeu",
        "ftp://ky.yeu",
        "https://",
        "https:ky.yeu",
        "https://ky.yeu:0",
        "https://ky.yeu:99999",
        "https://[::1",
    ],
)
def test_url_refuses_nonsense_with_the_form(nonsense):
    with pytest.raises(ImproperlyConfigured, match=r"write it as https://host\[:port\]"):
        of(SITE_URL=nonsense).url("SITE_URL", default="", schemes=("https", "http"))


def test_unknown_setting_is_refused_with_the_nearest():
    environment = of(SITE_ULR="https://ky.yeu")
    environment.text("SITE_URL")

    with pytest.raises(ImproperlyConfigured, match=r"KYYEU_SITE_ULR.*Did you mean KYYEU_SITE_URL\?"):
        environment.refuse_unknown()


def test_unknown_setting_like_no_other_is_refused_with_all():
    environment = of(QQQQ="1")
    environment.flag("DEBUG")

    with pytest.raises(ImproperlyConfigured, match=r"Known are: KYYEU_DEBUG\."):
        environment.refuse_unknown()


def test_known_settings_and_those_of_others_pass():
    environment = Environment({"KYYEU_DEBUG": "1", "PATH": "/bin"})
    environment.flag("DEBUG")

    environment.refuse_unknown()


def test_key_given_is_taken(tmp_path):
    assert secret_key(LONG, folder=tmp_path, is_public=True) == LONG
    assert not list(tmp_path.iterdir())


def test_short_key_is_refused(tmp_path):
    with pytest.raises(ImproperlyConfigured, match=r"shorter than 50 characters\. Make one with"):
        secret_key(LONG[:-1], folder=tmp_path, is_public=False)


def test_public_site_without_key_is_refused(tmp_path):
    with pytest.raises(
        ImproperlyConfigured, match=r"KYYEU_SECRET_KEY is needed when KYYEU_SITE_URL is https\."
    ):
        secret_key("", folder=tmp_path, is_public=True)

    assert not list(tmp_path.iterdir())


def test_key_is_made_once_and_for_its_owner_only(tmp_path):
    folder = tmp_path / "var"

    first, second = (secret_key("", folder=folder, is_public=False) for _ in range(2))

    assert first == second
    assert len(first) >= 50
    assert [path.name for path in folder.iterdir()] == ["secret-key"]
    assert stat.S_IMODE((folder / "secret-key").stat().st_mode) == 0o600


@pytest.mark.skipif(os.name != "posix", reason="hard links")
def test_processes_that_begin_together_share_one_key(tmp_path):
    start, keys = threading.Barrier(8), []

    def begin():
        start.wait()
        keys.append(secret_key("", folder=tmp_path, is_public=False))

    threads = [threading.Thread(target=begin) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert len(keys) == 8
    assert len(set(keys)) == 1
    assert [path.name for path in tmp_path.iterdir()] == ["secret-key"]
