import pytest
from django.template.loader import render_to_string

from proceedings.publishing.pictures.numbers import ImpossibleNumbers, draw_bodies, draw_documents_bar


def test_documents_bar_draws_every_document_once_with_the_live_ones_first():
    bar = draw_documents_bar(total=92, live=15)

    assert [stroke.is_live for stroke in bar.strokes] == [True] * 15 + [False] * 77
    assert bar.strokes[-1].x + bar.strokes[-1].width <= bar.width


def test_documents_bar_draws_two_stretches_when_there_are_too_many_to_tell_apart():
    bar = draw_documents_bar(total=1000, live=250)

    assert [(stroke.x, stroke.width, stroke.is_live) for stroke in bar.strokes] == [
        (0, 120, True),
        (120, 360, False),
    ]


def test_documents_bar_of_nothing_is_empty():
    assert draw_documents_bar(total=0, live=0).strokes == ()


@pytest.mark.parametrize(("total", "live"), [(15, 92), (10, -1)])
def test_documents_bar_refuses_a_part_larger_than_its_whole(total, live):
    with pytest.raises(ImpossibleNumbers):
        draw_documents_bar(total=total, live=live)


def test_documents_bar_writes_numbers_for_readers_and_lengths_for_machines():
    bar = draw_documents_bar(total=1234, live=100)

    html = render_to_string("components/_documents_bar.html", {"id": "b", "bar": bar, "caption": "C"})

    assert "1.234" in html
    assert 'width="38.9"' in html


def test_bodies_are_drawn_on_one_scale_and_added_up():
    chart = draw_bodies([("A", 20, 10, 5), ("B", 10, 10, 0)])

    assert [(row.asked_length, row.contributed_length, row.live_length) for row in chart.rows] == [
        (480, 240, 120),
        (240, 240, 0),
    ]
    assert (chart.asked, chart.contributed, chart.live) == (30, 20, 5)


def test_bodies_of_no_group_are_an_empty_chart():
    chart = draw_bodies([])

    assert (chart.rows, chart.asked, chart.height) == ((), 0, 0)


def test_bodies_of_an_empty_group_have_no_length():
    assert draw_bodies([("A", 0, 0, 0)]).rows[0].asked_length == 0


@pytest.mark.parametrize("group", [("A", 1, 2, 0), ("A", 2, 1, 2)])
def test_bodies_refuse_a_part_larger_than_its_whole(group):
    with pytest.raises(ImpossibleNumbers, match="A"):
        draw_bodies([group])
