"""The addresses of proposed groups, below /desk/groups/."""

from django.urls import path

from proceedings.desk import grouping

app_name = "grouping"

urlpatterns = [
    path("<slug:slug>/", grouping.groups, name="groups"),
    path("<slug:slug>/search/", grouping.search, name="search"),
    path("<slug:slug>/<int:pk>/join/", grouping.join, name="join"),
    path("<slug:slug>/<int:pk>/dismiss/", grouping.dismiss, name="dismiss"),
]
