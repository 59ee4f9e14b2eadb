"""The addresses at which drafts are written and compared, below /desk/drafts/."""

from django.urls import path

from proceedings.desk import comparing, removals, unit_acts, writing

app_name = "drafting"

_TEXT = "<slug:slug>/<slug:text>"

urlpatterns = [
    path(f"{_TEXT}/write/", writing.begin, name="write-begin"),
    path(f"{_TEXT}/write/<int:pk>/", writing.write, name="write"),
    path(f"{_TEXT}/write/<int:pk>/insert/", unit_acts.insert, name="write-insert"),
    path(f"{_TEXT}/write/<int:pk>/remove/", unit_acts.remove, name="write-remove"),
    path(f"{_TEXT}/write/<int:pk>/restore/", unit_acts.restore, name="write-restore"),
    path(f"{_TEXT}/write/<int:pk>/bring-back/", unit_acts.bring_back, name="write-bring-back"),
    path(f"{_TEXT}/write/<int:pk>/removed/", removals.removed, name="write-removed"),
    path(f"{_TEXT}/compare/<int:one>/<str:other>/", comparing.compare_drafts, name="compare"),
    path(f"{_TEXT}/compare/<int:one>/<str:other>/redline.docx", comparing.redline_docx, name="compare-docx"),
    path(f"{_TEXT}/working.docx", comparing.working_docx, name="working-docx"),
]
