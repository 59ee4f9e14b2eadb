"""The address of the workbook that people fill in, below /desk/intake/."""

from django.urls import path

from submissions.views import sheet_template

app_name = "sheet_template"

urlpatterns = [path("template.xlsx", sheet_template.template, name="template")]
