import pytest

from proceedings.models import User

pytestmark = [pytest.mark.datalayer, pytest.mark.django_db]


def test_the_system_account_is_made_once_and_opens_no_door():
    system = User.objects.system()

    assert User.objects.system() == system
    assert not system.is_active
    assert not system.has_usable_password()


@pytest.mark.parametrize(
    ("full_name", "shown", "given"),
    [("Nguyễn Văn Mẫu", "Nguyễn Văn Mẫu", "Mẫu"), ("", "thu-ky", "thu-ky")],
)
def test_a_person_is_called_by_name(full_name, shown, given):
    user = User(username="thu-ky", full_name=full_name)

    assert (str(user), user.get_full_name(), user.get_short_name()) == (shown, shown, given)
