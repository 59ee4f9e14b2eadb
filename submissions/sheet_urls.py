"""The addresses of a table of contributions, below /desk/intake/<workshop>/<submission>/rows/."""

from django.urls import path

from submissions.views import sheets

app_name = "sheets"

urlpatterns = [
    path("", sheets.rows, name="rows"),
    path("import/", sheets.enter, name="import"),
    path("undo/", sheets.undo, name="undo"),
    path("problems.xlsx", sheets.problems, name="problems"),
]
