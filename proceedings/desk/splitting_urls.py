"""The addresses at which contributions are split into points, below /desk/splitting/."""

from django.urls import path

from proceedings.desk import splitting

app_name = "splitting"

urlpatterns = [
    path("", splitting.workshops, name="workshops"),
    path("<slug:slug>/", splitting.listed, name="list"),
    path("<slug:slug>/<int:number>/", splitting.contribution, name="contribution"),
]
