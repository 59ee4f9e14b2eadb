from importlib import import_module
from pkgutil import iter_modules

import pytest

from proceedings.queries.history import history_of
from submissions import operations
from submissions.queries.history import OPERATIONS


def test_every_operation_of_the_door_has_its_name():
    named = {
        f"{module.name}.{name}"
        for module in iter_modules(operations.__path__)
        for name, function in vars(import_module(f"submissions.operations.{module.name}")).items()
        if hasattr(function, "__wrapped__") and function.__module__.endswith(f".{module.name}")
    }

    assert named == set(OPERATIONS)


@pytest.mark.django_db
def test_the_history_of_a_contribution_says_that_it_was_received(on_table, accept):
    contribution = accept(on_table())

    assert "Tiếp nhận vào sổ" in {act.operation for act in history_of(contribution)}
