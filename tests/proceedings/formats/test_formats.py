import datetime

import pytest
from django import forms
from django.template import Context, Template
from django.utils import formats, timezone, translation

MOMENT = datetime.datetime(2026, 5, 3, 7, 5, tzinfo=datetime.UTC)


class DayForm(forms.Form):
    day = forms.DateField(required=False)
    moment = forms.DateTimeField(required=False)
    amount = forms.DecimalField(required=False, localize=True)


@pytest.fixture(params=["vi", "en"])
def language(request):
    with translation.override(request.param):
        yield request.param


@pytest.mark.parametrize("text", ["03/05/2026", "3/5/2026", "3.5.2026", "03-05-2026", "2026-05-03"])
def test_forms_read_the_day_first_in_both_languages(language, text):
    form = DayForm({"day": text})

    assert form.is_valid()
    assert form.cleaned_data["day"] == datetime.date(2026, 5, 3)


@pytest.mark.parametrize("text", ["12/25/2026", "31/02/2026", "03/05/26", "25.13.2026"])
def test_forms_refuse_what_is_no_day(language, text):
    assert not DayForm({"day": text}).is_valid()


@pytest.mark.parametrize(("code", "text"), [("vi", "ngày 03 tháng 5 năm 2026"), ("en", "3 May 2026")])
def test_forms_read_the_date_in_words(code, text):
    with translation.override(code):
        form = DayForm({"day": text})

        assert form.is_valid()
        assert form.cleaned_data["day"] == datetime.date(2026, 5, 3)


@pytest.mark.parametrize("text", ["25/12/2026 14:05", "25-12-2026 14:05:00", "2026-12-25 14:05"])
def test_forms_read_moments_in_the_time_of_vietnam(language, text):
    form = DayForm({"moment": text})

    assert form.is_valid()
    assert form.cleaned_data["moment"].isoformat() == "2026-12-25T14:05:00+07:00"


def test_forms_show_a_date_as_they_read_it(language):
    form = DayForm(initial={"day": datetime.date(2026, 5, 3), "moment": MOMENT})

    shown = [form[name].field.widget.format_value(form[name].value()) for name in ("day", "moment")]

    assert shown == ["03/05/2026", "03/05/2026 14:05:00"]


@pytest.mark.parametrize(
    ("code", "date", "moment", "month", "number"),
    [
        ("vi", "03/05/2026", "14:05 03/05/2026", "tháng 5 năm 2026", "1.234.567,5"),
        ("en", "3 May 2026", "3 May 2026, 14:05", "May 2026", "1,234,567.5"),
    ],
)
def test_templates_write_dates_and_numbers_as_the_language_does(code, date, moment, month, number):
    template = Template('{{ m|date }}|{{ m }}|{{ m|date:"YEAR_MONTH_FORMAT" }}|{{ n }}')

    with translation.override(code):
        written = template.render(Context({"m": timezone.localtime(MOMENT), "n": 1234567.5}))

    assert written == f"{date}|{moment}|{month}|{number}"


@pytest.mark.parametrize(("code", "text"), [("vi", "1.234.567,5"), ("en", "1,234,567.5")])
def test_forms_read_numbers_as_the_language_writes_them(code, text):
    with translation.override(code):
        form = DayForm({"amount": text})

        assert form.is_valid()
        assert float(form.cleaned_data["amount"]) == 1234567.5


def test_weeks_begin_on_monday(language):
    assert formats.get_format("FIRST_DAY_OF_WEEK") == 1


def test_no_input_format_takes_the_month_first(language):
    inputs = [*formats.get_format("DATE_INPUT_FORMATS"), *formats.get_format("DATETIME_INPUT_FORMATS")]

    assert not [
        form
        for form in inputs
        if "%m" in form and not form.startswith("%Y") and form.find("%m") < form.find("%d")
    ]
